// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/split.h"
#include "core/data/table.h"

#include <span>

namespace luthier {

// A table in a window is shown through a vector of row indices: these functions make one from
// another, without touching the cells.

/// `rows` by a column's cells: by value when all of them are numbers, else by code point, whatever
/// the locale. Equal cells keep their order in both directions; null stands last in both.
Result<std::vector<int64_t>> sortedByColumn(const Table &table, std::span<const int64_t> rows,
                                            int column, bool descending, std::stop_token stop = {},
                                            const ProgressHandler &onProgress = {});

/// `rows` by a number of each row of the table: its length in tokens, its part. Negative: none,
/// stands last in both directions.
Result<std::vector<int64_t>> sortedByNumber(std::span<const int64_t> rows,
                                            std::span<const int32_t> numbers, bool descending,
                                            std::stop_token stop = {},
                                            const ProgressHandler &onProgress = {});

/// What a row has to be like to stay; everything left open lets all rows pass.
struct RowFilter
{
    std::string text{};                 ///< stands in any of `columns`, capital letters or not
    std::vector<int> columns{};         ///< empty: all
    std::optional<int> labelColumn{};   ///< with `label`
    std::optional<std::string> label{}; ///< exactly
    std::optional<Part> part{};         ///< needs `partOf`

    bool operator==(const RowFilter &) const = default;
};

/// Those of `rows` that pass, in their order. `partOf` [rows of the table]: the part of each row.
Result<std::vector<int64_t>> filteredRows(const Table &table, std::span<const int64_t> rows,
                                          const RowFilter &filter,
                                          std::span<const std::optional<Part>> partOf = {},
                                          std::stop_token stop = {},
                                          const ProgressHandler &onProgress = {});

/// 0, 1, 2, ...
std::vector<int64_t> allRows(const Table &table);

} // namespace luthier
