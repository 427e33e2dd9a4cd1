// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace luthier {

/// Runs this program once more with other arguments, its standard output to the terminal's standard
/// error, and waits. Returns its exit status.
int runFresh(const std::vector<std::string> &arguments);

} // namespace luthier
