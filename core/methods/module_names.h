// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/models/model.h"

namespace luthier {

/// The linear layers that `target` names, as peft's `target_modules` does (tuners/tuners_utils.py,
/// check_target_module_exists): a list matches whole names or their ends after a dot, a text is a
/// regular expression for the whole path. Throws when nothing matches, naming what there is.
std::vector<Linear *> targetedLinears(const Model &model, const Json &target);

/// Parameters below the modules that peft's `modules_to_save` names: by the end of the module's
/// name.
std::vector<NamedTensor> parametersOfModules(const Model &model,
                                             const std::vector<std::string> &modules);

} // namespace luthier
