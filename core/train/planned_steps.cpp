// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/planned_steps.h"

#include "core/train/data_order.h"
#include "core/train/trainer.h"

#include <algorithm>

namespace luthier {

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
