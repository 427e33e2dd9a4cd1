// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_arguments.h"

#include "app/cli/workspace.h"

#include <CLI/CLI.hpp>

namespace luthier {

void ModelArguments::add(CLI::App &app)
{
    app.add_option("--model", model, "Model folder, adapter folder, run folder or name of a run")
        ->required()
        ->type_name("DIR|RUN");
    app.add_option("--task", request.task, "What the model does")
        ->capture_default_str()
        ->type_name("TASK");
    app.add_option("--base", base, "Base model of an adapter, when it is not found by itself")
        ->type_name("DIR");
    addWorkspaceOption(app, workspace);
    app.add_option("--max-length", request.maxLength,
                   "Tokens of a row that are read; default: as trained")
        ->check(CLI::PositiveNumber);
    addThreadsOption(app, request.threads);
}

ModelRequest ModelArguments::read() const
{
    ModelRequest out = request;
    out.workspace = workspaceFolder(workspace);
    out.model = modelOrRun(model, *out.workspace);
    if (!base.empty())
        out.base = base;
    return out;
}

} // namespace luthier
