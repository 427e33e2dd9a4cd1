// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace luthier {

void addWorkspaceOption(CLI::App &app, std::string &folder);
void addThreadsOption(CLI::App &app, int &threads);

/// What --workspace named, else $LUTHIER_WORKSPACE, else ~/Luthier.
std::filesystem::path workspaceFolder(const std::string &named);

/// `name` when it exists, else the folder of the run of that id or name in the workspace, else
/// `name`.
std::filesystem::path modelOrRun(const std::string &name, const std::filesystem::path &workspace);

} // namespace luthier
