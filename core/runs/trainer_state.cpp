// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/trainer_state.h"

#include "core/runs/event_log.h"
#include "core/runs/run_record.h"

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

using Sorted = nlohmann::json;

/// What the events tell of the run as a whole.
struct Course
{
    int64_t steps = 0;
    int64_t stepsPerEpoch = 0;
    int64_t step = 0;
    Json best;
    int64_t bestStep = 0;
    Sorted history = Sorted::array();
};

int64_t whole(const Json &event, const char *key)
{
    const Json value = event.value(key, Json());
    return value.is_number_integer() ? value.get<int64_t>() : 0;
}

Sorted epochAt(const Json &event, const Course &course, int64_t step)
{
    if (const Json epoch = event.value("epoch", Json()); epoch.is_number())
        return epoch.get<double>();
    return course.stepsPerEpoch > 0 ? Sorted(double(step) / double(course.stepsPerEpoch))
                                    : Sorted(0.0);
}

void takeBest(const Json &event, const TrainingSettings &settings, Course &course)
{
    const Json value = event.value(settings.metricKey(), Json());
    if (!value.is_number())
        return;
    const Json said = event.value("best", Json());
    const bool better = course.best.is_null() ||
                        (settings.greaterIsBetter() ? value > course.best : value < course.best);
    if (said.is_boolean() ? said.get<bool>() : better) {
        course.best = value;
        course.bestStep = whole(event, "step");
    }
}

void takeSummary(const Json &event, Course &course)
{
    Sorted entry{
        {"step", course.step}, {"epoch", epochAt(event, course, course.step)}, {"total_flos", 0.0}};
    const double seconds = event.value("seconds", 0.0);
    entry["train_runtime"] = seconds;
    entry["train_samples_per_second"] = event.value("samples_per_second", 0.0);
    entry["train_steps_per_second"] = seconds > 0 ? double(course.step) / seconds : 0.0;
    double sum = 0;
    int64_t count = 0;
    for (const Sorted &line : course.history)
        if (line.contains("loss")) {
            sum += line["loss"].get<double>();
            ++count;
        }
    entry["train_loss"] = count > 0 ? sum / double(count) : 0.0;
    course.history.push_back(entry);
}

void take(const Json &event, const TrainingSettings &settings, Course &course)
{
    const Json kind = event.value("event", Json());
    if (kind == "start") {
        course.steps = whole(event, "steps");
        course.stepsPerEpoch = whole(event, "steps_per_epoch");
    } else if (kind == "done") {
        takeSummary(event, course);
    }
    const std::vector<MetricPoint> metrics = metricsOf(event);
    if (metrics.empty())
        return;
    course.step = std::max(course.step, metrics.front().step);
    Sorted entry{{"step", metrics.front().step},
                 {"epoch", epochAt(event, course, metrics.front().step)}};
    for (const MetricPoint &metric : metrics)
        entry[metric.name] = metric.value;
    course.history.push_back(entry);
    if (kind == "evaluation")
        takeBest(event, settings, course);
}

} // namespace

Json trainerState(const TrainingSettings &settings, std::span<const Json> events)
{
    Course course;
    for (const Json &event : events)
        take(event, settings, course);
    const bool hasBest = !course.best.is_null();
    const Sorted state{
        {"best_global_step", hasBest ? Sorted(course.bestStep) : Sorted()},
        {"best_metric", hasBest ? Sorted(course.best.get<double>()) : Sorted()},
        {"best_model_checkpoint", hasBest ? Sorted("best") : Sorted()},
        {"epoch", course.history.empty() ? Sorted(0.0) : course.history.back()["epoch"]},
        {"eval_steps", settings.eval_steps.value_or(std::max<int64_t>(1, course.steps))},
        {"global_step", course.step},
        {"is_hyper_param_search", false},
        {"is_local_process_zero", true},
        {"is_world_process_zero", true},
        {"log_history", course.history},
        {"logging_steps", 1},
        {"max_steps", course.steps},
        {"num_input_tokens_seen", 0},
        {"num_train_epochs", int64_t(std::ceil(settings.num_train_epochs))},
        {"save_steps", settings.save_steps},
        {"stateful_callbacks", Sorted::object()},
        {"total_flos", 0.0},
        {"train_batch_size", settings.per_device_train_batch_size},
        {"trial_name", nullptr},
        {"trial_params", nullptr},
    };
    return Json::parse(state.dump());
}

void writeTrainerState(const RunFolder &folder, const TrainingSettings &settings)
{
    writeJson(folder.trainerState(), trainerState(settings, allEvents(folder.events())));
}

} // namespace luthier
