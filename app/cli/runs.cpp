// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/subcommand.h"
#include "app/cli/words.h"
#include "app/cli/workspace.h"
#include "core/runs/run_store.h"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <iostream>

namespace luthier {

namespace {

Json inJson(const RunRecord &run)
{
    return {{"id", run.id},
            {"name", run.name},
            {"folder", run.folder.string()},
            {"task", run.task},
            {"model", run.model},
            {"method", run.method},
            {"state", word(run.state)},
            {"created", run.created},
            {"last_step", run.lastStep},
            {"best_metric", run.bestMetric},
            {"best_value", run.bestValue ? Json(*run.bestValue) : Json()},
            {"best_step", run.bestStep}};
}

void print(const std::vector<RunRecord> &runs)
{
    size_t width = 2;
    for (const RunRecord &run : runs)
        width = std::max(width, run.id.size());
    for (const RunRecord &run : runs) {
        std::cout << std::left << std::setw(int(width) + 2) << run.id << std::setw(13)
                  << word(run.state) << std::setw(8) << run.method << "step " << run.lastStep;
        if (run.bestValue)
            std::cout << ", best " << run.bestMetric << " " << words::fixed(*run.bestValue)
                      << " at step " << run.bestStep;
        std::cout << "\n";
    }
    if (runs.empty())
        std::cout << "No runs yet.\n";
}

} // namespace

Action addRuns(CLI::App &app)
{
    struct Options
    {
        std::string workspace;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    addWorkspaceOption(app, options->workspace);
    app.add_flag("--json", options->json, "One JSON object");
    return [options] {
        const std::filesystem::path workspace = workspaceFolder(options->workspace);
        // Looking makes no workspace.
        const auto runs = std::filesystem::exists(workspace) ? RunStore(workspace).runs()
                                                             : std::vector<RunRecord>{};
        Json list = Json::array();
        for (const RunRecord &run : runs)
            list.push_back(inJson(run));
        if (options->json)
            std::cout << Json{{"runs", list}}.dump() << '\n';
        else
            print(runs);
        return exitDone;
    };
}

} // namespace luthier
