// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/best_step.h"
#include "core/runs/run_store.h"
#include "tests/support/tiny_run.h"

#include <QtTest>

#include <ctime>
#include <thread>

using namespace luthier;
namespace fs = std::filesystem;

class tst_TrainingControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseChangesNeitherBitsNorEvents();
    void aPausedRunStopsAtOnceAndSaves();
    void aPausedRunTakesNoProcessorTime();
    void theBestStepBecomesTheResult();
    void withoutAValidationTheStepReachedIsTheBest();
    void aFinishedRunGoesBackToItsBestStep();
    void keepGoingSwitchesEarlyStoppingOff();
    void keepGoingOutlivesAStop();
    void aDiscardedRunLiesInTheTrash();

private:
    fs::path folder(const char *name) { return fs::path(m_folder.path().toStdString()) / name; }
    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/lu thier 한글 XXXXXX")};
};

namespace {

using Ask =
    std::function<void(const Json &event, TrainingControl &control, std::stop_source &stop)>;

struct Outcome
{
    std::vector<Json> events;
    std::optional<Error> error;
    TrainResult result;

    bool has(const std::string &text) const
    {
        return Json(events).dump().find(text) != std::string::npos;
    }
};

Outcome runAsking(const Json &plan, const fs::path &output, const Ask &ask, bool resume = false)
{
    Outcome outcome;
    std::stop_source stop;
    TrainRequest request = tinyRequest(plan, output);
    request.resume = resume;
    request.control = std::make_shared<TrainingControl>();
    const auto result = train(request, stop.get_token(), [&](const Json &event) {
        outcome.events.push_back(event);
        ask(event, *request.control, stop);
    });
    if (result)
        outcome.result = result.value();
    else
        outcome.error = result.error();
    return outcome;
}

bool isStep(const Json &event, int64_t step)
{
    return event["event"] == "step" && event["step"] == step;
}

bool isPhase(const Json &event, const char *phase)
{
    return event["event"] == "phase" && event["phase"] == phase;
}

Json planOf(Json training)
{
    training["dropout"] = 0.1;
    return tinyPlan({{"type", "full"}}, training);
}

/// The rate grows wild, so that the first validation stays the best.
const Json kGettingWorse{{"max_steps", 20},
                         {"eval_steps", 2},
                         {"learning_rate", 0.5},
                         {"warmup_steps", 3},
                         {"lr_scheduler_type", "constant_with_warmup"}};

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

void tst_TrainingControl::aPauseChangesNeitherBitsNorEvents()
{
    const Json plan = planOf({{"save_steps", 6}});
    const Outcome straight = runAsking(plan, folder("straight"), [](auto &&...) {});
    QVERIFY2(!straight.error, straight.error ? straight.error->what() : "");
    std::jthread waker;
    const Outcome paused =
        runAsking(plan, folder("paused"), [&](const Json &event, TrainingControl &control, auto &) {
            if (isStep(event, 3) || isStep(event, 12))
                control.pause();
            if (isPhase(event, "paused"))
                waker = std::jthread([&control] {
                    std::this_thread::sleep_for(std::chrono::milliseconds(30));
                    control.goOn();
                });
        });
    QVERIFY(paused.has("\"paused\"") && paused.has("\"continued\""));
    QVERIFY(filesBelow(folder("straight") / "final") == filesBelow(folder("paused") / "final"));
    QVERIFY(comparableEvents(folder("straight")) == comparableEvents(folder("paused")));
}

void tst_TrainingControl::aPausedRunStopsAtOnceAndSaves()
{
    const Json plan = planOf({});
    QVERIFY(!runAsking(plan, folder("whole"), [](auto &&...) {}).error);
    const Outcome stopped = runAsking(plan, folder("stopped"),
                                      [](const Json &event, TrainingControl &control, auto &stop) {
                                          if (isStep(event, 5))
                                              control.pause();
                                          if (isPhase(event, "paused"))
                                              stop.request_stop();
                                      });
    QVERIFY(stopped.result.stopped);
    QVERIFY(fs::exists(folder("stopped") / "checkpoint-5"));
    const Outcome rest = runAsking(
        plan, folder("stopped"), [](auto &&...) {}, true);
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QVERIFY(filesBelow(folder("whole") / "final") == filesBelow(folder("stopped") / "final"));
}

void tst_TrainingControl::aPausedRunTakesNoProcessorTime()
{
    TrainingControl control;
    control.pause();
    std::jthread waker([&control] {
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        control.goOn();
    });
    const double before = cpuSeconds();
    control.waitWhilePaused({});
    QVERIFY(cpuSeconds() - before < 0.1);
    QVERIFY(!control.isPaused());
}

void tst_TrainingControl::theBestStepBecomesTheResult()
{
    Json plan = planOf(kGettingWorse);
    plan["dataset"]["test"] = plan["dataset"]["validation"];
    const Outcome outcome =
        runAsking(plan, folder("back"), [](const Json &event, TrainingControl &control, auto &) {
            if (isStep(event, 11))
                control.useBest();
        });
    QVERIFY2(!outcome.error, outcome.error ? outcome.error->what() : "");
    const Json &done = outcome.result.done;
    const int64_t best = done["best_step"];
    QVERIFY(best < 10);
    QCOMPARE(done["final_step"].get<int64_t>(), best);
    QCOMPARE(done["steps"].get<int64_t>(), 11);
    QVERIFY(filesBelow(folder("back") / "final") == filesBelow(folder("back") / "best"));
    // The test part is the validation part here, so its loss is the best validation's.
    QVERIFY(std::abs(done["test"]["eval_loss"].get<double>() - done["best_metric"].get<double>()) <
            1e-6);
    QVERIFY(outcome.has("train.best_taken"));
    QVERIFY(std::ranges::any_of(comparableEvents(folder("back")),
                                [](const Json &event) { return isStep(event, 11); }));
}

void tst_TrainingControl::withoutAValidationTheStepReachedIsTheBest()
{
    const Outcome outcome = runAsking(planOf({{"eval_steps", 20}}), folder("early"),
                                      [](const Json &event, TrainingControl &control, auto &) {
                                          if (isStep(event, 4))
                                              control.useBest();
                                      });
    QVERIFY2(!outcome.error, outcome.error ? outcome.error->what() : "");
    QCOMPARE(outcome.result.done["final_step"].get<int64_t>(), 4);
}

void tst_TrainingControl::aFinishedRunGoesBackToItsBestStep()
{
    const Outcome outcome = runAsking(planOf(kGettingWorse), folder("done"), [](auto &&...) {});
    QVERIFY2(!outcome.error, outcome.error ? outcome.error->what() : "");
    QVERIFY(filesBelow(folder("done") / "final") != filesBelow(folder("done") / "best"));
    const RunFolder run = RunFolder::open(folder("done"));
    makeBestStepFinal(run);
    QVERIFY(filesBelow(run.final()) == filesBelow(run.best()));
    const RunScan scan = scanRun(folder(""), run);
    QCOMPARE(scan.record.state, RunState::Done);
}

void tst_TrainingControl::keepGoingSwitchesEarlyStoppingOff()
{
    Json training = kGettingWorse;
    training["early_stopping_patience"] = 2;
    const Outcome stopped = runAsking(planOf(training), folder("patient"), [](auto &&...) {});
    QVERIFY(stopped.has("train.stopped_early"));
    const Outcome kept = runAsking(planOf(training), folder("kept"),
                                   [](const Json &event, TrainingControl &control, auto &) {
                                       if (isStep(event, 3))
                                           control.keepGoing();
                                   });
    QVERIFY2(!kept.error, kept.error ? kept.error->what() : "");
    QCOMPARE(kept.result.done["steps"].get<int64_t>(), 20);
    QVERIFY(kept.has("train.keep_going"));
}

void tst_TrainingControl::keepGoingOutlivesAStop()
{
    Json training = kGettingWorse;
    training["early_stopping_patience"] = 2;
    const Outcome stopped = runAsking(planOf(training), folder("outlives"),
                                      [](const Json &event, TrainingControl &control, auto &stop) {
                                          if (isStep(event, 3))
                                              control.keepGoing();
                                          if (isStep(event, 5))
                                              stop.request_stop();
                                      });
    QVERIFY(stopped.result.stopped);
    const Outcome rest = runAsking(
        planOf(training), folder("outlives"), [](auto &&...) {}, true);
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QCOMPARE(rest.result.done["steps"].get<int64_t>(), 20);
}

void tst_TrainingControl::aDiscardedRunLiesInTheTrash()
{
    const Outcome outcome = runAsking(planOf({{"save_steps", 2}}), folder("unwanted"),
                                      [](const Json &event, TrainingControl &control, auto &) {
                                          if (isStep(event, 5))
                                              control.discard();
                                      });
    QVERIFY2(!outcome.error, outcome.error ? outcome.error->what() : "");
    QVERIFY(outcome.result.discarded);
    QVERIFY(!fs::exists(folder("unwanted")));
    QVERIFY(fs::exists(folder("trash") / "unwanted" / "events.jsonl"));
    QVERIFY(!RunStore(folder("")).find("unwanted"));
}

QTEST_GUILESS_MAIN(tst_TrainingControl)
#include "tst_training_control.moc"
