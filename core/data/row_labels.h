// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace luthier {

/// Numbers of labels by row, without owning them.
struct RowLabelsView
{
    std::span<const int64_t> numbers;
    std::span<const int64_t> offsets; ///< [rows + 1] where each row begins; empty: one a row

    size_t rows() const { return offsets.empty() ? numbers.size() : offsets.size() - 1; }
    std::span<const int64_t> of(size_t row) const
    {
        return offsets.empty()
                   ? numbers.subspan(row, 1)
                   : numbers.subspan(size_t(offsets[row]), size_t(offsets[row + 1] - offsets[row]));
    }
};

/// Numbers of labels by row: one each, or, with offsets, any number of them, ascending.
struct RowLabels
{
    std::vector<int64_t> numbers{};
    std::vector<int64_t> offsets{};

    RowLabelsView view() const { return {numbers, offsets}; }
    bool operator==(const RowLabels &) const = default;
};

} // namespace luthier
