// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/new_plan.h"
#include "app/cli/plan.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace luthier {

namespace {

void declare(CLI::App &app, NewPlan &plan)
{
    app.add_option("--model", plan.model, "Folder of the pre-trained model")
        ->required()
        ->type_name("DIR");
    app.add_option("--data", plan.data, "Data file to train on")->required()->type_name("FILE");
    app.add_option("--validation", plan.validation,
                   "Data file to validate on; default: a share of --data")
        ->type_name("FILE");
    app.add_option("--test", plan.test, "Data file for the last test; default: a share of --data")
        ->type_name("FILE");
    app.add_option("--text", plan.columns.text, "Column of the texts; default: guessed")
        ->type_name("COLUMN");
    app.add_option("--pair", plan.columns.textPair, "Column of the second texts")
        ->type_name("COLUMN");
    app.add_option("--label", plan.columns.label, "Column of the labels; default: guessed")
        ->type_name("COLUMN");
    app.add_option("--task", plan.task, "What the model shall do")
        ->capture_default_str()
        ->type_name("TASK");
    app.add_option("--method", plan.method, "See luthier-cli methods; default: the first of them")
        ->type_name("METHOD");
    app.add_option("--name", plan.name, "Name of the runs; default: model and method")
        ->type_name("NAME");
    app.add_option("--output", plan.output, "File to write")
        ->capture_default_str()
        ->type_name("FILE");
}

ExitStatus runInit(const NewPlan &plan)
{
    const std::filesystem::path output = plan.output;
    if (std::filesystem::exists(output))
        throw failure("cli.plan_exists",
                      LUTHIER_MESSAGE("{file} is there already; name another file with --output."),
                      {{"file", plan.output}});
    const WrittenPlan written = writtenPlan(plan);
    checkedPlan(written.json, std::filesystem::absolute(output).parent_path());
    writeJson(output, written.json);
    for (const Message &note : written.notes)
        std::cout << note.english() << "\n";
    std::cout << "Written: " << plan.output << ". Start it with: luthier-cli train " << plan.output
              << "\n";
    return exitDone;
}

} // namespace

Action addInit(CLI::App &app)
{
    auto plan = std::make_shared<NewPlan>();
    declare(app, *plan);
    return [plan] { return runInit(*plan); };
}

} // namespace luthier
