// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/subcommand.h"

namespace luthier {

/// `--version [--json]`; without it the action prints the help and counts as wrong usage.
Action addVersion(CLI::App &app);

} // namespace luthier
