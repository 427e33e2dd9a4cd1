// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_status.h"

#include <functional>
#include <vector>

namespace CLI {
class App;
}

namespace luthier {

/// What a subcommand does once its options are read. May throw an Error: `main` prints its
/// sentence.
using Action = std::function<ExitStatus()>;

struct Subcommand
{
    const char *name;
    const char *summary;          ///< one line of the help
    Action (*add)(CLI::App &app); ///< declares the options; the action sees what was given
};

/// All subcommands, in the order of the help.
const std::vector<Subcommand> &subcommands();

} // namespace luthier
