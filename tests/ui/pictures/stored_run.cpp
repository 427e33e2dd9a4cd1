// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures/stored_run.h"

#include "core/runs/event_log.h"
#include "core/train/verdict.h"

#include <cmath>
#include <random>

namespace luthier::pictures {

namespace {

constexpr double startLoss = 0.69, peakRate = 2e-4;

double rounded(double value)
{
    return std::round(value * 10000) / 10000;
}

/// Falls to `floor` at `best`, then rises slowly.
double validationAt(const StoredRun &run, int64_t step)
{
    const double way = double(step) / double(run.bestStep);
    const double fallen = run.floor + (startLoss - run.floor) * std::exp(-6 * way);
    return way <= 1 ? fallen : fallen + 0.6 * run.floor * (way - 1);
}

double trainingAt(const StoredRun &run, int64_t step)
{
    const double way = double(step) / double(run.bestStep);
    return 0.2 * run.floor + (startLoss - 0.2 * run.floor) * std::exp(-4.5 * way);
}

Json startOf(const StoredRun &run)
{
    return {{"event", "start"},
            {"schema", 1},
            {"version", "0.1.0"},
            {"run", run.name},
            {"task", "text-classification"},
            {"method", run.method},
            {"rows", {{"train", 4086}, {"validation", 876}, {"test", 876}}},
            {"labels", run.labels},
            {"tokens", 310050},
            {"max_length", 128},
            {"rows_cut", 311},
            {"rows_cut_share", 0.053},
            {"steps", run.steps},
            {"steps_per_epoch", 256},
            {"eval_steps", run.evalSteps},
            {"parameters", 22714498},
            {"trainable_parameters", 222338},
            {"new_modules", {"classifier"}},
            {"learning_rate", peakRate},
            {"device", "cpu"},
            {"precision", "fp32"},
            {"threads", 8},
            {"processor", "AVX2"},
            {"disk_bytes", 94371840},
            {"majority_baseline", 0.689}};
}

Json configOf(const SessionFixture &fixture, const StoredRun &run)
{
    const std::string workspace = fixture.folder.path().toStdString();
    Json config = {
        {"schema", 1},
        {"name", run.name},
        {"task", "text-classification"},
        {"model", {{"path", workspace + "/models/minilm-l6"}}},
        {"dataset",
         {{"path", workspace + "/datasets/mails.csv"},
          {"columns", {{"text", "body"}, {"label", "kind"}}},
          {"split", {{"validation", 0.15}, {"test", 0.15}, {"stratify", true}, {"seed", 42}}}}},
        {"method", {{"type", run.method}}},
        {"training", {{"learning_rate", peakRate}, {"num_train_epochs", 3}}}};
    if (run.method == "lora")
        config["method"]["r"] = 8;
    return config;
}

Json evaluationOf(const StoredRun &run, int64_t step)
{
    const double loss = validationAt(run, step);
    const double accuracy = std::round((1 - 0.35 * loss) * 876) / 876;
    return {{"event", "evaluation"}, {"step", step},
            {"split", "validation"}, {"eval_loss", loss},
            {"accuracy", accuracy},  {"f1_macro", accuracy - 0.003},
            {"samples", 876},        {"best", step <= run.bestStep}};
}

/// What the curve above says.
Verdict verdictOf(const StoredRun &run)
{
    const int64_t last = run.lastStep / run.evalSteps * run.evalSteps;
    const int64_t since = run.bestStep + 2 * run.evalSteps;
    if (last >= since)
        return {VerdictKind::Overfitting,
                {"verdict.overfitting",
                 "Overfitting since step {s}. Best was step {b}. Validation loss rose from {x} to "
                 "{y} while training loss fell: the model is learning these texts by heart.",
                 {{"s", since},
                  {"b", run.bestStep},
                  {"x", rounded(validationAt(run, run.bestStep))},
                  {"y", rounded(validationAt(run, last))}}},
                last,
                run.bestStep,
                since};
    return {VerdictKind::Healthy,
            {"verdict.healthy",
             "Healthy. Validation loss is still falling. Best so far is step {b}.",
             {{"b", last}}},
            last,
            last,
            0};
}

} // namespace

std::string store(const SessionFixture &fixture, const StoredRun &run)
{
    const RunFolder folder = RunFolder::create(fixture.folder.path().toStdString(), run.name);
    folder.writeConfig(configOf(fixture, run));
    EventLog log(folder.events());
    log.append(startOf(run));
    std::mt19937 random(unsigned(run.name.size()));
    std::lognormal_distribution<double> noise(0, 0.35);
    for (int64_t step = 1; step <= run.lastStep; ++step) {
        const double left = 1 - double(step) / double(run.steps);
        log.append({{"event", "step"},
                    {"step", step},
                    {"loss", trainingAt(run, step) * noise(random)},
                    {"learning_rate", peakRate * left},
                    {"grad_norm", 2.4 * left + 0.1},
                    {"epoch", double(step) / 256}});
        if (step % run.evalSteps == 0)
            log.append(evaluationOf(run, step));
    }
    if (run.lastStep >= 3 * run.evalSteps)
        log.append(toJson(verdictOf(run)));
    if (run.state == RunState::Done || run.state == RunState::Stopped)
        log.append({{"event", "done"},
                    {"output", folder.path().string()},
                    {"stopped", run.state == RunState::Stopped},
                    {"steps", run.lastStep},
                    {"seconds", 0.32 * double(run.lastStep)},
                    {"eval_seconds", 61.6},
                    {"save_seconds", 4.2},
                    {"samples_per_second", 50.0},
                    {"tokens_per_second", 8230.0},
                    {"peak_rss_mb", 1010.0},
                    {"best_step", run.bestStep},
                    {"best_metric", validationAt(run, run.bestStep)}});
    else if (run.state == RunState::Failed)
        log.append(
            {{"event", "error"},
             {"message", toJson(Message{"train.diverged",
                                        "Diverged at step {s}. The loss is not a number any more.",
                                        {{"s", run.lastStep}}})}});
    return folder.id();
}

} // namespace luthier::pictures
