// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runs/run_config.h"

#include <stop_token>

namespace luthier {

/// Tokens of a row that follow one another and have the same fate.
struct TokenStretch
{
    bool read = true;                  ///< false: beyond the longest length, never seen
    std::vector<std::string> tokens{}; ///< as text; the first of them
    int64_t more = 0;                  ///< that follow those in `tokens`
};

struct BatchRow
{
    std::vector<std::string> labels{}; ///< names of what it teaches: one, several or none
    std::vector<TokenStretch> parts{}; ///< without the special tokens at the row's two ends
    int64_t tokens = 0;                ///< that the model reads, special ones included
};

/// What a run learned from first.
struct FirstBatch
{
    std::vector<BatchRow> rows{}; ///< the first of them
    int64_t size = 0;             ///< rows of the batch
    int64_t tokens = 0;           ///< that the model reads in all rows
    int64_t longest = 0;          ///< tokens of the longest row: to so many others pad
};

struct FirstBatchOptions
{
    int64_t max_length = 0;   ///< tokens that a row may have: as in the run's "start" event
    int64_t train_rows = 0;   ///< rows of the training part: as in that event
    size_t most_rows = 32;    ///< that are taken apart
    size_t most_tokens = 256; ///< that are named of one stretch
};

/// The rows of the first step's first batch in the order of core/train/data_order.h, cut as the run
/// cuts them. Reads the data once more. Without rows where it has another number of training rows
/// than the run learned from.
Result<FirstBatch> firstBatch(const RunConfig &config, const FirstBatchOptions &options,
                              std::stop_token stop);

} // namespace luthier
