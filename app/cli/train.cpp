// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train.h"

#include "app/cli/plan.h"
#include "app/cli/stop_signals.h"
#include "app/cli/subcommand.h"
#include "app/cli/training_report.h"
#include "app/cli/workspace.h"
#include "core/runs/event_log.h"
#include "core/runs/run_store.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <iomanip>
#include <iostream>

namespace luthier {

namespace {

namespace fs = std::filesystem;

struct TrainOptions
{
    std::string plan, workspace, output;
    std::vector<std::string> assignments;
    TrainRequest request;
    bool json = false;
};

void declare(CLI::App &app, TrainOptions &options)
{
    TrainRequest &request = options.request;
    app.add_option("RUN.json", options.plan, "Plan, or the folder of a run")->required();
    addWorkspaceOption(app, options.workspace);
    app.add_option("--output", options.output, "Run folder; default: a new one in the workspace")
        ->type_name("DIR");
    app.add_flag(
        "--resume", request.resume,
        "Go on from the newest whole checkpoint of --output, else of the newest run of that name");
    app.add_flag("--json", options.json, "One JSON object per event on standard output");
    app.add_option(
           "--set", options.assignments,
           "Change a setting, as in training.learning_rate=2e-4; may be given more than once")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    app.add_flag("--dry-run", request.dryRun, "Check and prepare everything, train nothing");
    addThreadsOption(app, request.threads);
    app.add_flag("--accept-changes", request.acceptChanges,
                 "Resume although settings or data have changed");
    app.add_flag("--accept-non-finite", request.acceptNonFinite,
                 "Train although the weights hold NaN or infinite numbers");
}

/// The run that --resume goes on with when no --output names it; nothing when there is none yet.
std::optional<fs::path> runToResume(const fs::path &plan, const RunConfig &config,
                                    const fs::path &workspace)
{
    const fs::path folder = fs::absolute(plan).parent_path();
    if (RunFolder::holdsRun(folder) && fs::exists(RunFolder::open(folder).events()))
        return folder;
    if (!fs::exists(workspace))
        return std::nullopt;
    const auto record = RunStore(workspace).find(config.name);
    return record ? std::optional(record->folder) : std::nullopt;
}

TrainRequest requestOf(const TrainOptions &options)
{
    const fs::path plan = fs::is_directory(options.plan) ? fs::path(options.plan) / "run.json"
                                                         : fs::path(options.plan);
    TrainRequest out = options.request;
    out.config = readPlan(plan, options.assignments);
    out.workspace = workspaceFolder(options.workspace);
    if (!options.output.empty())
        out.output = fs::absolute(options.output);
    else if (out.resume)
        out.output = runToResume(plan, out.config, out.workspace);
    return out;
}

/// Events as lines of JSON on standard output.
class JsonLines
{
public:
    void onEvent(const Json &event)
    {
        m_failureSaid = event["event"] == "error";
        std::cout << eventLine(event) << std::endl;
    }

    /// What failed before there was a run to tell it.
    void failed(const Error &error)
    {
        if (!m_failureSaid)
            onEvent({{"event", "error"}, {"message", toJson(error.message)}});
    }

private:
    bool m_failureSaid = false;
};

/// What goes on with a run that was stopped; quoted for a shell.
void sayHowToGoOn(const fs::path &runFolder)
{
    std::cerr << "luthier-cli: Stopped; everything is saved. Go on with: luthier-cli train "
              << std::quoted(runFolder.string()) << " --resume" << std::endl;
}

/// Hands events to `listener`. A reader that is gone (`| head`) stops the run as Ctrl-C does: all
/// is saved.
template <typename Listener>
EventHandler tell(Listener &listener, std::stop_source &stop)
{
    std::signal(SIGPIPE, SIG_IGN);
    return [&](const Json &event) {
        listener.onEvent(event);
        if (!std::cout)
            stop.request_stop();
    };
}

Result<TrainResult> trainForScripts(const TrainRequest &request, std::stop_source &stop)
{
    JsonLines lines;
    auto result = train(request, stop.get_token(), tell(lines, stop));
    if (!result)
        lines.failed(result.error());
    return result;
}

Result<TrainResult> trainForPeople(const TrainRequest &request, std::stop_source &stop)
{
    TrainingReport report;
    return train(request, stop.get_token(), tell(report, stop));
}

ExitStatus runTrain(const TrainOptions &options)
{
    std::stop_source stop = stopOnSignals();
    const TrainRequest request = requestOf(options);
    const auto result =
        options.json ? trainForScripts(request, stop) : trainForPeople(request, stop);
    if (!result)
        throw result.error();
    if (!result.value().stopped)
        return exitDone;
    sayHowToGoOn(result.value().runFolder);
    return exitStopped;
}

} // namespace

Action addTrain(CLI::App &app)
{
    auto options = std::make_shared<TrainOptions>();
    declare(app, *options);
    return [options] { return runTrain(*options); };
}

} // namespace luthier
