// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_folder.h"

#include <string>

namespace luthier {

/// When a run was made, ISO 8601 in UTC: from the name of its folder, which a copy keeps, else from
/// run.json.
std::string creationTime(const RunFolder &folder);

} // namespace luthier
