// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/training_settings.h"

#include "core/base/error.h"

namespace luthier {

namespace {

constexpr std::string_view prefix = "eval_";

} // namespace

bool TrainingSettings::greaterIsBetter() const
{
    return greater_is_better.value_or(!metric_for_best_model.ends_with("loss"));
}

std::string TrainingSettings::metricKey() const
{
    if (metric_for_best_model == "eval_loss" || !metric_for_best_model.starts_with(prefix))
        return metric_for_best_model;
    return metric_for_best_model.substr(prefix.size());
}

void checkAgainstSteps(const TrainingSettings &settings, int64_t totalSteps)
{
    if (settings.warmup_steps < 1 || settings.warmup_steps <= double(totalSteps))
        return;
    throw failure(
        "settings.warmup_too_long",
        LUTHIER_MESSAGE(
            "training.warmup_steps is {warmup}, but the run has only {steps} steps, so the full "
            "learning rate would never be reached; give a share such as 0.06, or fewer steps."),
        {{"warmup", int64_t(settings.warmup_steps)}, {"steps", totalSteps}});
}

} // namespace luthier
