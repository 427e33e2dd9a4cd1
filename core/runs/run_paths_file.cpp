// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_paths_file.h"

#include "core/base/files.h"
#include "core/runs/event_log.h"

#include <algorithm>

namespace luthier {

namespace fs = std::filesystem;

namespace {

fs::path pathsFile(const fs::path &workspace)
{
    return workspace / "runs" / "elsewhere.jsonl";
}

/// Lines are only added, in one write each, so that two processes can do so at once.
void append(const fs::path &workspace, const fs::path &folder, bool isThere)
{
    fs::create_directories(workspace / "runs");
    files::LineAppender(pathsFile(workspace))
        .append(eventLine({{"path", folder.string()}, {"there", isThere}}));
}

} // namespace

void rememberPath(const fs::path &workspace, const fs::path &runFolder)
{
    const std::vector<fs::path> known = rememberedPaths(workspace);
    if (std::ranges::find(known, runFolder) == known.end())
        append(workspace, runFolder, true);
}

void forgetPath(const fs::path &workspace, const fs::path &runFolder)
{
    const std::vector<fs::path> known = rememberedPaths(workspace);
    if (std::ranges::find(known, runFolder) != known.end())
        append(workspace, runFolder, false);
}

std::vector<fs::path> rememberedPaths(const fs::path &workspace)
{
    std::vector<fs::path> paths;
    readEvents(pathsFile(workspace), [&paths](const Json &line) {
        const Json path = line.value("path", Json());
        if (!path.is_string())
            return;
        std::erase(paths, fs::path(path.get<std::string>()));
        if (line.value("there", Json()) != false)
            paths.emplace_back(path.get<std::string>());
    });
    return paths;
}

} // namespace luthier
