// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace luthier {

/// Which trained thing answers. `model` is a Hugging Face folder, a PEFT adapter or a run folder.
struct ModelRequest
{
    std::filesystem::path model;
    std::optional<std::filesystem::path> base{}; ///< an adapter's base model
    std::optional<std::filesystem::path>
        workspace{}; ///< searched for an adapter's base by weight hash
    std::string task = "text-classification";
    int64_t maxLength = 0; ///< tokens; 0: what the run used, else what the model takes
    int threads = 0;
};

struct PredictRequest
{
    ModelRequest model;
    std::filesystem::path input{};          ///< a table; or, when empty:
    std::vector<std::string> texts{};       ///< texts as they are
    std::string textColumn{}, pairColumn{}; ///< empty: guessed
    bool logits = false;
    bool allScores = false;
};

/// Answers every row in order, the empty text too; `onRow` gets
/// {"label": …, "score": …}, of a model with several labels a row {"labels": […], "label_scores":
/// […]} (those above one half), and, when asked, "logits": […] or "scores": {label: …}.
/// Returns the number of rows.
Result<int64_t> predict(const PredictRequest &request, std::stop_token stop,
                        const std::function<void(const Json &)> &onRow);

struct EvaluateRequest
{
    ModelRequest model;
    std::filesystem::path input;
    std::string textColumn{}, pairColumn{}, labelColumn{};
};

/// One object: eval_loss, samples, unlabelled (rows without a label) and the task's metrics, as
/// docs/events.md describes them.
Result<Json> evaluate(const EvaluateRequest &request, std::stop_token stop);

} // namespace luthier
