// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/training_parameters.h"

#include <string>
#include <vector>

namespace luthier {

/// One row of a form: a parameter and its place in the plan.
struct FormEntry
{
    Parameter parameter;
    std::string pointer;   ///< JSON pointer: "/training/learning_rate"
    std::string group{};   ///< English title (context "Messages"); rows of a group stand together
    const char *unit = ""; ///< English (context "Units"): "tokens"; "%" shows a share as percent
    bool simple = false;   ///< one of the settings that matter most
};

/// Every setting of a run with this method: the method's own parameters, those of training and of
/// the split, with the defaults for the chosen model.
std::vector<FormEntry> settingsOf(const Descriptor &method, const ModelSize &model);

} // namespace luthier
