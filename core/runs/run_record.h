// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_folder.h"

#include <optional>
#include <string>
#include <vector>

namespace luthier {

enum class RunState { Running, Done, Stopped, Failed, Interrupted, Missing };

/// "running", "done", "stopped" (by the user, all saved), "failed", "interrupted" (its process
/// died), "missing" (its folder is gone). Unknown words are Interrupted.
const char *word(RunState state);
RunState runStateFrom(std::string_view word);

/// One line of the list of runs.
struct RunRecord
{
    std::string id; ///< folder name in the workspace; name@hash of the path elsewhere
    std::string name;
    std::filesystem::path folder; ///< absolute
    std::string task;
    std::string model;
    std::string method;
    RunState state = RunState::Running;
    std::string created;    ///< ISO 8601, UTC
    std::string bestMetric; ///< as metric_for_best_model names it
    std::optional<double> bestValue;
    int64_t bestStep = 0;
    int64_t lastStep = 0;
    Json config; ///< run.json
};

struct MetricPoint
{
    std::string name; ///< "loss", "learning_rate", "grad_norm", "eval_loss", "eval_accuracy", ...
    int64_t step = 0;
    double value = 0;

    bool operator==(const MetricPoint &) const = default;
};

/// The numbers of a "step" or "evaluation" event, named as in trainer_state.json; none of other
/// events and of evaluations of another part than validation.
std::vector<MetricPoint> metricsOf(const Json &event);

/// Id of a run in the list of `workspace`.
std::string runIdOf(const std::filesystem::path &workspace, const std::filesystem::path &runFolder);

struct RunScan
{
    RunRecord record;
    std::vector<MetricPoint> metrics;
};

/// Reads run.json and events.jsonl of a run folder; a damaged line is left out. The state is what
/// the events say: Running when they end without an end.
RunScan scanRun(const std::filesystem::path &workspace, const RunFolder &folder);

} // namespace luthier
