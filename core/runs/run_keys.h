// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <string>

namespace luthier {

bool isTrainingKey(const std::string &key);

/// Throws an Error for the first key of a run.json that nothing is called. Sections that are no
/// objects are left to the check of their values.
void refuseUnknownRunKeys(const Json &json, const Descriptor &method);

} // namespace luthier
