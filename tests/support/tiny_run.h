// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/train/train.h"

namespace luthier {

/// run.json of the stored tiny model and data with a method and some training keys of its own;
/// absolute paths.
Json tinyPlan(const Json &method, const Json &training);

/// Changes a tensor, or leaves it out by false.
using EditTensor = std::function<bool(const std::string &name, std::vector<float> &values)>;
/// The same plan with the model of a stored case, edited, in the new folder `model`.
Json editedPlan(Json plan, const std::filesystem::path &model, const EditTensor &edit,
                const std::string &parityCase = "bert-tiny-full");

/// The same plan with finite weights, written into the new folder `model`, whose scores overflow.
Json overflowingPlan(const Json &plan, const std::filesystem::path &model);

/// The same plan with a base model, written into the new folder `model`, that has no head.
Json headlessPlan(const Json &plan, const std::filesystem::path &model);

/// A request for one thread, beside a workspace that is the folder above `output`.
TrainRequest tinyRequest(const Json &plan, const std::filesystem::path &output);

/// What a run did, as a caller saw it.
struct TinyRun
{
    std::vector<Json> events;
    std::optional<Error> error;
    bool stopped = false;

    std::vector<double> losses() const;
    const Json *find(const std::string &event) const;
    bool warnsOf(const std::string &id) const;
};

struct TinyOptions
{
    bool resume = false, acceptChanges = false, acceptNonFinite = false;
    int threads = 1;
    int64_t stopAfter = 0; ///< asks to stop once this step is done
};

TinyRun runTiny(const Json &plan, const std::filesystem::path &output,
                const TinyOptions &options = {});

/// Relative path and content of every file below a folder.
std::map<std::string, std::string> filesBelow(const std::filesystem::path &folder);

/// events.jsonl without what a resumed run may differ in: "resumed", times, paths, warnings about
/// resuming.
std::vector<Json> comparableEvents(const std::filesystem::path &run);

} // namespace luthier
