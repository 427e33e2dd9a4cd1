// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_folder.h"

namespace luthier {

/// Moves a run's folder to <workspace>/trash and takes the run out of the list; gives its new
/// place. Throws an Error when a process trains in it, or when it lies on another disk than the
/// workspace.
std::filesystem::path moveToTrash(const std::filesystem::path &workspace, const RunFolder &folder);

} // namespace luthier
