// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/planned_steps.h"

#include "core/train/data_order.h"

#include <algorithm>

namespace luthier {

int64_t automaticEvalSteps(int64_t totalSteps, double trainTokens, double validationTokens)
{
    // A training token costs at least two forward passes, whatever the method.
    const double affordable = 0.15 / 0.85 * 2 * trainTokens / std::max(1.0, validationTokens);
    const int64_t evaluations = std::clamp<int64_t>(int64_t(affordable), 1, 50);
    return std::max<int64_t>(1, (totalSteps + evaluations - 1) / evaluations);
}

PlannedSteps plannedSteps(const TrainingSettings &settings, const DataCounts &counts)
{
    const DataOrder order{.rows = counts.trainRows,
                          .batch_size = settings.per_device_train_batch_size,
                          .accumulation_steps = settings.gradient_accumulation_steps};
    PlannedSteps out;
    out.stepsPerEpoch = order.stepsPerEpoch();
    out.steps = order.totalSteps(settings.num_train_epochs, settings.max_steps);
    const double rows = double(out.steps) * double(order.batch_size * order.accumulation_steps);
    const double tokens =
        double(counts.trainTokens) * rows / double(std::max<int64_t>(1, counts.trainRows));
    out.evalSteps = settings.eval_steps.value_or(
        automaticEvalSteps(out.steps, tokens, double(counts.validationTokens)));
    return out;
}

} // namespace luthier
