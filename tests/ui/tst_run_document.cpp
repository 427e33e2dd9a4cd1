// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/event_log.h"
#include "core/runs/run_store.h"
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/session/run_document.h"

#include <QtTest>

#include <cmath>

using namespace luthier;
namespace fs = std::filesystem;
using State = RunDocument::State;

class tst_RunDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownIsNotTakenTwice();
    void aResumedRunIsOneCurve();
    void anInfiniteLossIsAGap();
    void aLiveRunAndItsFolderAreTheSame();
    void aRunOpenedOnItsWayHasTheWholeCurve();
    void anInterruptedRunGoesOn();
    void earlyStoppingIsForeseen();
    void aMissingRunIsGone();
    void removedRunsLieInTheTrash();
    void anIdleIndexIsReadOnce();
};

namespace {

Json step(int64_t number, double loss = 0.5)
{
    return {{"event", "step"}, {"step", number}, {"loss", loss}, {"learning_rate", 1e-4}};
}

Json evaluation(int64_t number, double loss, bool best)
{
    return {{"event", "evaluation"},
            {"step", number},
            {"split", "validation"},
            {"eval_loss", loss},
            {"best", best}};
}

/// Slow enough to be opened on its way.
Json longPlan()
{
    return tinyPlan({{"type", "full"}},
                    {{"max_steps", 400}, {"eval_steps", 20}, {"save_steps", 50}});
}

bool sameHistory(const RunHistory &a, const RunHistory &b)
{
    const auto steps = [](const RunHistory &history) {
        std::vector<Json> out;
        for (const RunEvaluation &each : history.evaluations())
            out.push_back(each.values);
        return out;
    };
    return a.loss() == b.loss() && a.learningRate() == b.learningRate() && steps(a) == steps(b) &&
           a.done() == b.done() && a.savedStep() == b.savedStep() && a.steps() == b.steps();
}

} // namespace

void tst_RunDocument::whatIsKnownIsNotTakenTwice()
{
    RunHistory history;
    for (const Json &event :
         {step(1), step(2), evaluation(2, 0.4, true), step(2), evaluation(2, 0.4, true), step(3)})
        history.take(event);
    QCOMPARE(history.loss().size(), size_t(3));
    QCOMPARE(history.evaluations().size(), size_t(1));
    QCOMPARE(history.step(), 3);
}

void tst_RunDocument::aResumedRunIsOneCurve()
{
    RunHistory history;
    for (const Json &event :
         {step(1), step(2), evaluation(2, 0.4, true), step(3), step(4), evaluation(4, 0.3, true),
          Json{{"event", "error"}, {"message", {{"id", "x"}, {"text", "Broken."}}}},
          Json{{"event", "resumed"}, {"step", 3}}})
        history.take(event);
    QCOMPARE(history.step(), 3);
    QCOMPARE(history.best()->step, 2);
    QVERIFY(!history.error());
    history.take(step(4, 0.25));
    QCOMPARE(history.loss().back(), QPointF(4, 0.25));
}

void tst_RunDocument::anInfiniteLossIsAGap()
{
    RunHistory history;
    history.take({{"event", "step"}, {"step", 1}, {"loss", nullptr}});
    QVERIFY(std::isnan(history.loss().front().y()));
}

void tst_RunDocument::aLiveRunAndItsFolderAreTheSame()
{
    SessionFixture fixture;
    RunDocument live(fixture.context);
    QSignalSpy finished(&fixture.training, &TrainingSession::finished);
    QVERIFY(fixture.training.start(tinyRequest(fixture, "run", longPlan())));
    live.open({});
    QCOMPARE(live.state(), State::Preparing);
    QTRY_COMPARE(live.state(), State::Training);
    QTRY_VERIFY(live.history().step() > 0);
    QCOMPARE(live.id(), QStringLiteral("run"));
    QTRY_COMPARE_WITH_TIMEOUT(live.state(), State::Done, 60000);
    RunDocument saved(fixture.context);
    saved.open(QStringLiteral("run"));
    QCOMPARE(saved.state(), State::Loading);
    QTRY_COMPARE(saved.state(), State::Done);
    QVERIFY(sameHistory(live.history(), saved.history()));
    QCOMPARE(saved.history().step(), 400);
    QCOMPARE(saved.name(), QStringLiteral("tiny"));
    QVERIFY(saved.secondsGone().value_or(0) > 0);
    QVERIFY(!saved.secondsLeft());
    QVERIFY(saved.rowsASecond().value_or(0) > 0);
    QVERIFY(saved.diskBytes().value_or(0) > 0);
}

void tst_RunDocument::aRunOpenedOnItsWayHasTheWholeCurve()
{
    SessionFixture fixture;
    QVERIFY(fixture.training.start(tinyRequest(fixture, "run", longPlan())));
    QSignalSpy events(&fixture.training, &TrainingSession::eventsCame);
    QTRY_VERIFY(fixture.training.pace().steps > 30);
    RunDocument late(fixture.context);
    late.open(QStringLiteral("run"));
    QVERIFY(late.isLive());
    QTRY_COMPARE_WITH_TIMEOUT(late.state(), State::Done, 60000);
    RunHistory truth;
    readEvents(fixture.run("run") / "events.jsonl", [&](const Json &event) { truth.take(event); });
    QVERIFY(sameHistory(late.history(), truth));
    for (size_t i = 0; i < 400; ++i)
        QCOMPARE(late.history().loss()[i].x(), double(i + 1));
}

void tst_RunDocument::anInterruptedRunGoesOn()
{
    SessionFixture fixture;
    fs::create_directories(fixture.path("runs"));
    Json plan = longPlan();
    plan["training"]["max_steps"] = 60;
    QVERIFY(runTiny(plan, fixture.run("straight")).error == std::nullopt);
    QVERIFY(runTiny(plan, fixture.run("broken"), {.stopAfter = 30}).stopped);
    {
        RunStore store(fixture.path(""));
        const std::string id = store.enter(RunFolder::open(fixture.run("broken")));
        store.setState(id, RunState::Running);
    }
    RunDocument document(fixture.context);
    document.open(QStringLiteral("broken"));
    QTRY_COMPARE(document.state(), State::Interrupted);
    QCOMPARE(document.history().step(), 30);
    document.continueRun();
    QTRY_COMPARE_WITH_TIMEOUT(document.state(), State::Done, 60000);
    QCOMPARE(document.history().step(), 60);
    QVERIFY(document.history().wasResumed());
    QVERIFY(!document.secondsGone());
    QVERIFY(filesBelow(fixture.run("straight") / "final") ==
            filesBelow(fixture.run("broken") / "final"));
}

void tst_RunDocument::earlyStoppingIsForeseen()
{
    SessionFixture fixture;
    const fs::path run = fixture.run("run");
    fs::create_directories(run);
    writeJson(run / "run.json",
              {{"name", "mails"},
               {"training",
                {{"early_stopping_patience", 3}, {"metric_for_best_model", "eval_accuracy"}}}});
    EventLog log(run / "events.jsonl");
    log.append({{"event", "start"}, {"steps", 100}, {"eval_steps", 10}});
    for (const Json &event :
         {step(10), evaluation(10, 0.3, true), step(20), evaluation(20, 0.4, false)})
        log.append(event);
    RunDocument document(fixture.context);
    document.open(QStringLiteral("run"));
    QTRY_COMPARE(document.state(), State::Interrupted);
    QCOMPARE(document.earlyStopStep().value_or(0), 40);
    QCOMPARE(document.metricKey(), std::string("accuracy"));
    QVERIFY(document.greaterIsBetter());
}

void tst_RunDocument::aMissingRunIsGone()
{
    SessionFixture fixture;
    RunDocument document(fixture.context);
    document.open(QStringLiteral("never"));
    QTRY_COMPARE(document.state(), State::Gone);
    document.open({});
    QCOMPARE(document.state(), State::Gone);
}

void tst_RunDocument::removedRunsLieInTheTrash()
{
    SessionFixture fixture;
    fs::create_directories(fixture.path("runs"));
    Json plan = longPlan();
    plan["training"]["max_steps"] = 3;
    QVERIFY(!runTiny(plan, fixture.run("a")).error);
    RunStore(fixture.path("")).enter(RunFolder::open(fixture.run("a")));
    QSignalSpy changed(&fixture.runs, &RunLibrary::changed);
    fixture.runs.refresh();
    QTRY_COMPARE(changed.size(), 1);
    fixture.runs.rename(QStringLiteral("a"), QStringLiteral(" new name "));
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(fixture.runs.find(QStringLiteral("a"))->name, std::string("new name"));
    fixture.runs.remove(QStringLiteral("a"));
    QTRY_COMPARE(changed.size(), 3);
    QVERIFY(fixture.runs.runs().empty());
    QVERIFY(fs::exists(fixture.path("trash") / "a" / "run.json"));
}

void tst_RunDocument::anIdleIndexIsReadOnce()
{
    SessionFixture fixture;
    QSignalSpy changed(&fixture.runs, &RunLibrary::changed);
    fixture.runs.refresh();
    QTRY_COMPARE(changed.size(), 1);
    QTest::qWait(5000);
    QCOMPARE(changed.size(), 1);
    fs::create_directories(fixture.path("runs"));
    Json plan = longPlan();
    plan["training"]["max_steps"] = 3;
    // As another process would: straight into the workspace.
    TrainRequest request = tinyRequest(fixture, "other", plan);
    QVERIFY(bool(train(request, {}, [](const Json &) {})));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.runs.find(QStringLiteral("other")), 5000);
}

QTEST_GUILESS_MAIN(tst_RunDocument)
#include "tst_run_document.moc"
