// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/evaluate/predict.h"

#include <filesystem>
#include <string>
#include <vector>

namespace luthier {

struct ExportRequest
{
    ModelRequest model;           ///< a run (its best step), an adapter or a model folder
    std::filesystem::path output; ///< a new folder
};

/// Writes the tuned model whole, as a Hugging Face folder that transformers loads without peft:
/// what a method added beside layers is merged into their weights (W + B A scale). The folder
/// appears whole or not at all; one that exists is refused. Returns its size in bytes.
Result<int64_t> exportModel(const ExportRequest &request);

/// Texts to prove an export with: at least `count` where the run's data has as many, its validation
/// and test rows first.
Result<std::vector<std::string>> proofTexts(const std::filesystem::path &runFolder, size_t count,
                                            std::stop_token stop);

/// How the answers of an exported model (rows of `predict` with logits) stand beside those of the
/// tuned one: {"rows", "agreeing", "largest_difference", "allowed_difference", "proven"} and
/// "first_difference" {row, tuned, exported} when labels differ. Proven: same labels, and logits
/// that differ by no more than rounding does (1e-4 of the largest).
Json compareAnswers(const std::vector<Json> &tuned, const std::vector<Json> &exported);

} // namespace luthier
