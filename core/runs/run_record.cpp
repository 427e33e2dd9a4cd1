// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_record.h"

#include "core/base/error.h"
#include "core/runs/creation_time.h"
#include "core/runs/event_log.h"
#include "core/runs/training_settings.h"
#include "core/text/sha256.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<RunState, const char *>, 6> stateWords{{
    {RunState::Running, "running"},
    {RunState::Done, "done"},
    {RunState::Stopped, "stopped"},
    {RunState::Failed, "failed"},
    {RunState::Interrupted, "interrupted"},
    {RunState::Missing, "missing"},
}};
constexpr std::array stepKeys{"loss", "learning_rate", "grad_norm"};
constexpr std::array notMetrics{"step", "epoch", "samples", "seconds"};
constexpr std::string_view evalPrefix = "eval_";

std::string text(const Json &json, const char *key)
{
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() && found->is_string() ? found->get<std::string>()
                                                                         : std::string();
}

Json part(const Json &json, const char *key)
{
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() ? *found : Json();
}

/// The configuration as far as it can be read: a run folder may come from anywhere.
RunRecord described(const fs::path &workspace, const RunFolder &folder)
{
    RunRecord record;
    record.id = runIdOf(workspace, folder.path());
    record.folder = folder.path();
    record.created = creationTime(folder);
    record.config = folder.readConfig();
    record.name = text(record.config, "name");
    record.task = text(record.config, "task");
    record.model = text(part(record.config, "model"), "path");
    record.method = text(part(record.config, "method"), "type");
    record.bestMetric = text(part(record.config, "training"), "metric_for_best_model");
    if (record.bestMetric.empty())
        record.bestMetric = "eval_loss";
    return record;
}

bool greaterIsBetter(const RunRecord &record)
{
    TrainingSettings settings;
    settings.metric_for_best_model = record.bestMetric;
    if (const Json given = part(part(record.config, "training"), "greater_is_better");
        given.is_boolean())
        settings.greater_is_better = given.get<bool>();
    return settings.greaterIsBetter();
}

/// An evaluation says itself whether it was the best; an older log leaves it to the numbers.
bool isBest(const Json &event, const RunRecord &record, double value)
{
    if (const Json said = part(event, "best"); said.is_boolean())
        return said.get<bool>();
    return !record.bestValue ||
           (greaterIsBetter(record) ? value > *record.bestValue : value < *record.bestValue);
}

void take(const Json &event, RunScan &scan)
{
    RunRecord &record = scan.record;
    const std::string kind = text(event, "event");
    if (kind == "done")
        record.state = part(event, "stopped") == true ? RunState::Stopped : RunState::Done;
    else
        record.state = kind == "error" ? RunState::Failed : RunState::Running;
    for (const MetricPoint &point : metricsOf(event)) {
        record.lastStep = std::max(record.lastStep, point.step);
        if (point.name == record.bestMetric && isBest(event, record, point.value)) {
            record.bestValue = point.value;
            record.bestStep = point.step;
        }
        scan.metrics.push_back(point);
    }
}

} // namespace

const char *word(RunState state)
{
    return std::ranges::find(stateWords, state, &std::pair<RunState, const char *>::first)->second;
}

RunState runStateFrom(std::string_view word)
{
    for (const auto &[state, known] : stateWords)
        if (word == known)
            return state;
    return RunState::Interrupted;
}

std::vector<MetricPoint> metricsOf(const Json &event)
{
    std::vector<MetricPoint> points;
    const std::string kind = text(event, "event");
    const Json step = part(event, "step");
    const std::string split = text(event, "split");
    if (!step.is_number_integer() || (kind != "step" && kind != "evaluation") ||
        (!split.empty() && split != "validation"))
        return points;
    for (const auto &[key, value] : event.items()) {
        const bool wanted =
            kind == "step" ? std::ranges::count(stepKeys, key) > 0
                           : std::ranges::count(notMetrics, key) == 0 && !key.ends_with("_stderr");
        if (!wanted || !value.is_number() || !std::isfinite(value.get<double>()))
            continue;
        const bool bare = kind == "evaluation" && !key.starts_with(evalPrefix);
        points.push_back(
            {bare ? std::string(evalPrefix) + key : key, step.get<int64_t>(), value.get<double>()});
    }
    return points;
}

std::string runIdOf(const fs::path &workspace, const fs::path &runFolder)
{
    const fs::path folder = fs::weakly_canonical(runFolder);
    if (folder.parent_path() == fs::weakly_canonical(workspace / "runs"))
        return folder.filename().string();
    constexpr size_t digits = 8;
    Sha256 hash;
    hash.update(folder.string());
    return folder.filename().string() + "@" + hash.hex().substr(0, digits);
}

RunScan scanRun(const fs::path &workspace, const RunFolder &folder)
{
    RunScan scan{described(workspace, folder), {}};
    for (const Json &event : allEvents(folder.events()))
        take(event, scan);
    return scan;
}

} // namespace luthier
