// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/subcommand.h"

namespace luthier {

Action addEvaluate(CLI::App &app);
Action addExport(CLI::App &app);
Action addImport(CLI::App &app);
Action addInit(CLI::App &app);
Action addInspect(CLI::App &app);
Action addMethods(CLI::App &app);
Action addPredict(CLI::App &app);
Action addRuns(CLI::App &app);
Action addTrain(CLI::App &app);

const std::vector<Subcommand> &subcommands()
{
    static const std::vector<Subcommand> all{
        {"init", "Write a run.json for a model and a data file", addInit},
        {"train", "Fine-tune as a run.json says", addTrain},
        {"predict", "Answer rows or texts with a trained model", addPredict},
        {"evaluate", "Score a trained model on labelled rows", addEvaluate},
        {"inspect", "Tell what a model, adapter, data file or run is", addInspect},
        {"import", "Copy a model or data file into the workspace", addImport},
        {"runs", "List the runs of a workspace", addRuns},
        {"export", "Write a run's model for other programs, with a proof", addExport},
        {"methods", "List the fine-tuning methods and their settings", addMethods},
    };
    return all;
}

} // namespace luthier
