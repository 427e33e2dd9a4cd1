// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspace.h"

#include "core/base/error.h"
#include "core/runs/run_store.h"

#include <CLI/CLI.hpp>

#include <cstdlib>

namespace luthier {

namespace fs = std::filesystem;

void addWorkspaceOption(CLI::App &app, std::string &folder)
{
    app.add_option(
           "--workspace", folder,
           "Folder of models, data sets and runs; default: $LUTHIER_WORKSPACE, else ~/Luthier")
        ->type_name("DIR");
}

void addThreadsOption(CLI::App &app, int &threads)
{
    app.add_option("--threads", threads, "Computing threads; default: one for each core")
        ->check(CLI::Range(1, 1024));
}

fs::path workspaceFolder(const std::string &named)
{
    if (!named.empty())
        return fs::absolute(named);
    if (const char *set = std::getenv("LUTHIER_WORKSPACE"); set && *set)
        return fs::absolute(set);
    const char *home = std::getenv("HOME");
    if (!home || !*home)
        throw failure(
            "cli.no_home",
            LUTHIER_MESSAGE(
                "There is no home folder to keep runs in; name a folder with --workspace."),
            {}, Error::Code::Usage);
    return fs::path(home) / "Luthier";
}

fs::path modelOrRun(const std::string &name, const fs::path &workspace)
{
    if (fs::exists(name) || !fs::exists(workspace))
        return name;
    const auto run = RunStore(workspace).find(name);
    return run ? run->folder : fs::path(name);
}

} // namespace luthier
