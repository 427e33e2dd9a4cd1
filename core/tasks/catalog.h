// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

namespace luthier {

/// Every task; `id` is "task" in run.json.
const std::vector<Descriptor> &tasks();

} // namespace luthier
