// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runs/run_config.h"
#include "core/runs/training_parameters.h"

#include <QString>

namespace luthier {

/// The plan with what `luthier-cli init` writes for everything that was not chosen.
Json completedPlan(const Json &plan, const ModelSize &model);

/// The name that a run gets when none was chosen: model and method.
std::string runNameOf(const Json &plan);

/// The completed plan as the engine reads it, or why it would refuse it.
Result<RunConfig> plannedRun(const Json &plan, const ModelSize &model, const QString &workspace);

/// The method that the plan names; the first of the catalog when it names none.
const Descriptor &plannedMethod(const Json &plan);

} // namespace luthier
