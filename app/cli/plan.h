// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_config.h"

#include <string>
#include <vector>

namespace luthier {

/// Reads a run.json, or the one in a run folder, puts `assignments` (KEY=VALUE) upon it and checks
/// it against the catalogs. Throws an Error of one sentence.
RunConfig readPlan(const std::filesystem::path &file,
                   const std::vector<std::string> &assignments = {});

/// Checks a plan whose relative paths count from `folder`.
RunConfig checkedPlan(const Json &json, const std::filesystem::path &folder);

} // namespace luthier
