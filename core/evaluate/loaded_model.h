// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/predict.h"
#include "core/methods/method.h"
#include "core/text/tokenizer.h"
#include "core/train/evaluation_pass.h"

#include <functional>

namespace luthier {

/// A trained classifier ready to answer.
struct LoadedModel
{
    std::unique_ptr<Model> model;
    Tokenizer tokenizer;
    std::vector<std::string> labels;
    std::string problem_type{};                   ///< as in transformers' config
    std::unique_ptr<const Objective> objective{}; ///< what makes answers of its scores
    int64_t max_length = 0;
};

/// Opens a Hugging Face folder, a PEFT adapter (its base by --base, by the path it names or by
/// weight hash in the workspace) or a run folder (its best/). Refuses a base whose weights are not
/// those that the adapter was trained on.
LoadedModel loadModel(const ModelRequest &request);

/// Asks the model for every row of `texts` and `pairs` (empty or as long), in order and
/// `rowsPerPart` at a time, which bounds memory: `onPart` gets the scores of one part after the
/// other. Throws an Error with the code Cancelled when stopped.
void scoreInParts(const LoadedModel &model, std::span<const std::string> texts,
                  std::span<const std::string> pairs, int64_t rowsPerPart, int threads,
                  const std::stop_token &stop,
                  const std::function<void(const EvaluationScores &)> &onPart);

/// SHA-256 over the weight files of a folder, as luthier.json of an adapter remembers its base.
std::string weightHash(const std::filesystem::path &folder);

} // namespace luthier
