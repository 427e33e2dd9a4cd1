// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_signals.h"
#include "app/cli/subcommand.h"
#include "app/cli/workspace.h"
#include "core/inspect/import_source.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace luthier {

Action addImport(CLI::App &app)
{
    struct Options
    {
        std::string source, workspace;
    };
    auto options = std::make_shared<Options>();
    app.add_option("SOURCE", options->source, "Model folder, adapter folder or data file")
        ->required();
    addWorkspaceOption(app, options->workspace);
    return [options] {
        const std::stop_source stop = stopOnSignals();
        const auto imported =
            importSource(options->source, workspaceFolder(options->workspace), stop.get_token());
        if (!imported)
            throw imported.error();
        std::cout << imported.value().string() << '\n';
        return exitDone;
    };
}

} // namespace luthier
