// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/window/long_run.h"

#include "core/methods/catalog.h"
#include "core/runs/checkpoint.h"
#include "core/runs/event_log.h"
#include "core/runs/manifest.h"
#include "core/runs/run_folder.h"
#include "core/tasks/catalog.h"

#include <cmath>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr int64_t realSteps = 2;
constexpr int64_t endless = 100'000'000;

/// Keeps "start" and writes `points` steps and validations after it.
void writeLog(const fs::path &file, int64_t points)
{
    const Json start = allEvents(file).front();
    fs::remove(file);
    EventLog log(file);
    log.append(start);
    for (int64_t step = 1; step <= points; ++step) {
        const double wave = std::sin(double(step) * 12.9898) * 43758.5453;
        const double noise = wave - std::floor(wave);
        const double loss = 0.05 + std::exp(-double(step) / (double(points) / 5));
        log.append({{"event", "step"},
                    {"step", step},
                    {"epoch", double(step) / 1000},
                    {"loss", loss * (0.5 + noise)},
                    {"learning_rate", 1e-5},
                    {"grad_norm", 1.0}});
        log.append({{"event", "evaluation"},
                    {"step", step},
                    {"split", "validation"},
                    {"eval_loss", loss * 1.1},
                    {"accuracy", 1 - loss / 2},
                    {"f1_macro", 1 - loss / 2},
                    {"best", true}});
    }
    log.sync();
}

void moveCheckpoint(const fs::path &run, int64_t points)
{
    const fs::path old = run / ("checkpoint-" + std::to_string(realSteps));
    CheckpointWriter writer(run, points);
    for (const auto &entry : fs::directory_iterator(old))
        if (entry.path().filename() != manifestName)
            fs::copy(entry.path(), writer.folder() / entry.path().filename());
    Json state = readJson(old / "state.json");
    state["step"] = points;
    state["event_bytes"] = fs::file_size(run / "events.jsonl");
    writeJson(writer.folder() / "state.json", state);
    writer.commit();
    fs::remove_all(old);
}

} // namespace

TrainRequest longRun(const fs::path &workspace, const Json &plan, int64_t points)
{
    Json long_plan = plan;
    Json &training = long_plan["training"];
    training["max_steps"] = endless;
    training["save_steps"] = 0;
    training["eval_steps"] = 100'000;
    training["warmup_steps"] = 0;
    training["early_stopping_patience"] = 0;
    TrainRequest request;
    request.config = parseRunConfig(long_plan, workspace, methodDescriptors(), tasks());
    request.workspace = workspace;
    request.output = workspace / "runs" / "long";
    std::stop_source stop;
    const auto result = train(request, stop.get_token(), [&](const Json &event) {
        if (event["event"] == "step" && event["step"] == realSteps)
            stop.request_stop();
    });
    if (!result)
        throw result.error();
    writeLog(*request.output / "events.jsonl", points);
    moveCheckpoint(*request.output, points);
    request.resume = true;
    return request;
}

} // namespace luthier
