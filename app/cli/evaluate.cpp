// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metrics_text.h"
#include "app/cli/model_arguments.h"
#include "app/cli/stop_signals.h"
#include "app/cli/subcommand.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace luthier {

namespace {

struct EvaluateOptions
{
    ModelArguments model;
    EvaluateRequest request;
    std::string input;
    bool json = false;
};

ExitStatus runEvaluate(const EvaluateOptions &options)
{
    const std::stop_source stop = stopOnSignals();
    EvaluateRequest request = options.request;
    request.model = options.model.read();
    request.input = options.input;
    const auto answer = evaluate(request, stop.get_token());
    if (!answer)
        throw answer.error();
    std::cout << (options.json ? answer.value().dump() + "\n" : metricsTable(answer.value()));
    return exitDone;
}

} // namespace

Action addEvaluate(CLI::App &app)
{
    auto options = std::make_shared<EvaluateOptions>();
    options->model.add(app);
    app.add_option("--input", options->input, "Data file with labels")
        ->required()
        ->type_name("FILE");
    app.add_option("--text-column", options->request.textColumn,
                   "Column of the texts; default: guessed")
        ->type_name("COLUMN");
    app.add_option("--pair-column", options->request.pairColumn, "Column of the second texts")
        ->type_name("COLUMN");
    app.add_option("--label-column", options->request.labelColumn,
                   "Column of the labels; default: guessed")
        ->type_name("COLUMN");
    app.add_flag("--json", options->json, "One JSON object");
    return [options] { return runEvaluate(*options); };
}

} // namespace luthier
