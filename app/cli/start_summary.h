// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>

namespace luthier {

/// What is about to be trained on what, a line each, from a "start" event.
std::string startSummary(const Json &event);

} // namespace luthier
