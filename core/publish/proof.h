// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace luthier {

/// A file of rows that a model and its export both answer.
struct ProofRows
{
    int64_t count = 0;
    std::string textColumn;
    std::string pairColumn; ///< empty unless the run learned from pairs
};

/// Writes `count` rows of the run's data to `file`, one JSON object a line: rows of the test part,
/// then of validation, then of train, evenly spaced within a part. All there are where the data set
/// has no more.
Result<ProofRows> writeProofRows(const std::filesystem::path &runFolder, int64_t count,
                                 const std::filesystem::path &file, std::stop_token stop);

/// How the answers of an exported model (rows of `predict` with logits) stand beside those of the
/// tuned one: {"rows", "agreeing", "largest_difference", "allowed_difference", "proven"} and
/// "first_difference" {row, tuned, exported} when labels differ. Proven: as many rows, the same
/// label or labels in each, and logits that differ by no more than rounding does (1e-4 of the
/// largest). The largest difference is infinite when a row lacks logits, or one is not a number.
Json compareAnswers(const std::vector<Json> &tuned, const std::vector<Json> &exported);

} // namespace luthier
