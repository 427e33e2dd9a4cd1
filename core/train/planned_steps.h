// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/training_settings.h"

#include <cstdint>

namespace luthier {

/// Length of a run, from its settings and the counts of its data.
struct PlannedSteps
{
    int64_t steps = 0;
    int64_t stepsPerEpoch = 0;
    int64_t evalSteps = 0; ///< steps between two validations
};

/// What data counts for: the tokens are those after cutting, special ones included.
struct DataCounts
{
    int64_t trainRows = 0;
    int64_t trainTokens = 0, validationTokens = 0;
};

/// How often to validate so that it takes at most 15 % of the work, from token counts alone.
int64_t automaticEvalSteps(int64_t totalSteps, double trainTokens, double validationTokens);

/// What a run comes to, for the run itself and for who plans it.
PlannedSteps plannedSteps(const TrainingSettings &settings, const DataCounts &counts);

} // namespace luthier
