// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/overview.h"

#include <filesystem>
#include <span>

namespace luthier {

/// How many tokens a model makes of each text.
struct TokenLengths
{
    std::vector<int32_t> ofRow;  ///< [rows of the table] special tokens included, pair included
    int32_t longestPossible = 0; ///< tokenizer_config.json's model_max_length; 0: no limit known
};

/// Of the text (and pair) of every row, with the tokenizer in `modelFolder`, before any cut.
Result<TokenLengths> measureTokenLengths(const Table &table, const Columns &columns,
                                         const std::filesystem::path &modelFolder,
                                         std::stop_token stop = {},
                                         const ProgressHandler &onProgress = {});

/// Lengths in bins of equal width; the last one holds everything from its begin on.
struct LengthHistogram
{
    int32_t binWidth = 1;
    std::vector<int64_t> rows; ///< by bin: lengths above i * binWidth up to (i + 1) * binWidth
    int32_t median = 0;
    int32_t longest = 0;
    int64_t tokens = 0; ///< of all rows
};

/// Of the rows that are in a part. At most `mostBins` bins, their width a power of two, the last of
/// them for the longest twentieth at most.
LengthHistogram histogramOf(std::span<const int32_t> lengths,
                            std::span<const std::optional<Part>> partOf, int mostBins = 17);

/// The rows in use that have more tokens than `cutOff`, as a problem; `count` 0: none.
DataProblem tooLong(std::span<const int32_t> lengths, std::span<const std::optional<Part>> partOf,
                    int64_t cutOff);

} // namespace luthier
