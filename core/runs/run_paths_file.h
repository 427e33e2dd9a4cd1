// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace luthier {

// runs/elsewhere.jsonl of a workspace: the folders of runs that lie outside it, so that the index
// can be built again without its database.

void rememberPath(const std::filesystem::path &workspace, const std::filesystem::path &runFolder);
void forgetPath(const std::filesystem::path &workspace, const std::filesystem::path &runFolder);
std::vector<std::filesystem::path> rememberedPaths(const std::filesystem::path &workspace);

} // namespace luthier
