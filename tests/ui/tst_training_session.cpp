// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_store.h"
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"

#include <QtTest>

using namespace luthier;
namespace fs = std::filesystem;
using State = TrainingSession::State;

class tst_TrainingSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPausedStoppedAndContinuedRunEndsLikeTheCommandLines();
    void onlyOneRunTrains();
    void eventsComeInOrderAndAtMostTwentyTimesASecond();
    void theEndOfTheSessionSavesEverything();
    void aDiscardedRunIsInTheTrash();
    void theBestStepBecomesTheResult();
    void aRunThatCannotStartSaysWhy();
};

namespace {

/// Long enough to be paused and stopped while it runs.
Json longPlan()
{
    return tinyPlan(
        {{"type", "full"}},
        {{"max_steps", 400}, {"eval_steps", 100}, {"save_steps", 50}, {"dropout", 0.1}});
}

int64_t lastStep(const QSignalSpy &spy)
{
    int64_t step = 0;
    for (const auto &call : spy)
        for (const Json &event : call.at(0).value<std::vector<Json>>())
            if (event["event"] == "step")
                step = event["step"];
    return step;
}

/// A stop saves once more; all else in the log is the same.
std::vector<Json> withoutCheckpoints(const fs::path &run)
{
    std::vector<Json> events = comparableEvents(run);
    std::erase_if(events, [](const Json &event) { return event["event"] == "checkpoint"; });
    return events;
}

void trainByCommandLine(const Json &plan, const fs::path &output)
{
    const fs::path file = output.parent_path() / "plan.json";
    fs::create_directories(output.parent_path());
    writeJson(file, plan);
    QProcess process;
    process.start(QStringLiteral(LUTHIER_BINARY_DIR "/luthier-cli"),
                  {QStringLiteral("train"), QString::fromStdString(file.string()),
                   QStringLiteral("--workspace"),
                   QString::fromStdString(output.parent_path().string()),
                   QStringLiteral("--output"), QString::fromStdString(output.string()),
                   QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--json")});
    QVERIFY(process.waitForFinished(120000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

} // namespace

void tst_TrainingSession::aPausedStoppedAndContinuedRunEndsLikeTheCommandLines()
{
    SessionFixture fixture;
    TrainingSession &session = fixture.training;
    QSignalSpy events(&session, &TrainingSession::eventsCame);
    QSignalSpy finished(&session, &TrainingSession::finished);
    QVERIFY(session.start(tinyRequest(fixture, "mine", longPlan())));
    QCOMPARE(session.state(), State::Preparing);
    QTRY_VERIFY(lastStep(events) > 0);
    session.pause();
    QTRY_COMPARE(session.state(), State::Paused);
    const int64_t pausedAt = lastStep(events);
    QVERIFY2(pausedAt < 400, "the run was over before it could be paused");
    QTest::qWait(200);
    QCOMPARE(lastStep(events), pausedAt);
    session.goOn();
    QCOMPARE(session.state(), State::Training);
    QTRY_VERIFY(lastStep(events) > pausedAt);
    session.stopAndSave();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(session.state(), State::Idle);
    const int64_t stoppedAt = lastStep(events);
    QVERIFY2(stoppedAt < 400, "the run was over before it could be stopped");
    QVERIFY(fs::exists(fixture.run("mine") / ("checkpoint-" + std::to_string(stoppedAt))));
    QVERIFY(!fs::exists(fixture.run("mine") / "final"));

    QVERIFY(session.start(tinyRequest(fixture, "mine", longPlan(), true)));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60000);
    QVERIFY(!finished.at(1).at(1).value<std::optional<Error>>());
    trainByCommandLine(longPlan(), fixture.run("theirs"));
    QVERIFY(filesBelow(fixture.run("mine") / "final") ==
            filesBelow(fixture.run("theirs") / "final"));
    QVERIFY(withoutCheckpoints(fixture.run("mine")) == withoutCheckpoints(fixture.run("theirs")));
}

void tst_TrainingSession::onlyOneRunTrains()
{
    SessionFixture fixture;
    QVERIFY(fixture.training.start(tinyRequest(fixture, "first", longPlan())));
    QVERIFY(!fixture.training.start(tinyRequest(fixture, "second", longPlan())));
    QTRY_COMPARE(fixture.training.state(), State::Training);
    QCOMPARE(fixture.training.runFolder().toStdString(), fixture.run("first").string());
    QVERIFY(!fs::exists(fixture.run("second")));
}

void tst_TrainingSession::eventsComeInOrderAndAtMostTwentyTimesASecond()
{
    SessionFixture fixture;
    QSignalSpy events(&fixture.training, &TrainingSession::eventsCame);
    QSignalSpy finished(&fixture.training, &TrainingSession::finished);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(fixture.training.start(tinyRequest(fixture, "run", longPlan())));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    int64_t step = 0;
    int batchesOfSteps = 0;
    for (const auto &call : events) {
        const auto batch = call.at(0).value<std::vector<Json>>();
        batchesOfSteps +=
            std::ranges::all_of(batch, [](const Json &event) { return event["event"] == "step"; });
        for (const Json &event : batch)
            if (event["event"] == "step")
                QCOMPARE(event["step"].get<int64_t>(), ++step);
    }
    QCOMPARE(step, 400);
    QVERIFY2(batchesOfSteps <= 2 + clock.elapsed() / 50,
             qPrintable(QString::number(batchesOfSteps)));
}

void tst_TrainingSession::theEndOfTheSessionSavesEverything()
{
    SessionFixture fixture;
    {
        TrainingSession session;
        QSignalSpy events(&session, &TrainingSession::eventsCame);
        QVERIFY(session.start(tinyRequest(fixture, "run", longPlan())));
        QTRY_VERIFY(lastStep(events) > 0);
        session.pause();
    }
    const auto record = RunStore(fixture.path("")).find("run");
    QVERIFY(record);
    QCOMPARE(record->state, RunState::Stopped);
    QVERIFY(record->lastStep > 0);
    QVERIFY(fs::exists(fixture.run("run") / ("checkpoint-" + std::to_string(record->lastStep))));
}

void tst_TrainingSession::aDiscardedRunIsInTheTrash()
{
    SessionFixture fixture;
    QSignalSpy events(&fixture.training, &TrainingSession::eventsCame);
    QSignalSpy finished(&fixture.training, &TrainingSession::finished);
    QVERIFY(fixture.training.start(tinyRequest(fixture, "run", longPlan())));
    QTRY_VERIFY(lastStep(events) > 0);
    fixture.training.stopAndDiscard();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!fs::exists(fixture.run("run")));
    QVERIFY(fs::exists(fixture.path("trash") / "run" / "run.json"));
}

void tst_TrainingSession::theBestStepBecomesTheResult()
{
    SessionFixture fixture;
    QSignalSpy events(&fixture.training, &TrainingSession::eventsCame);
    QSignalSpy finished(&fixture.training, &TrainingSession::finished);
    Json plan = longPlan();
    plan["training"]["eval_steps"] = 5;
    QVERIFY(fixture.training.start(tinyRequest(fixture, "run", plan)));
    QTRY_VERIFY(lastStep(events) > 5);
    fixture.training.stopAndUseBest();
    QCOMPARE(fixture.training.state(), State::Stopping);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(filesBelow(fixture.run("run") / "final") == filesBelow(fixture.run("run") / "best"));
    QVERIFY(RunStore(fixture.path("")).find("run")->state == RunState::Done);
}

void tst_TrainingSession::aRunThatCannotStartSaysWhy()
{
    SessionFixture fixture;
    QSignalSpy finished(&fixture.training, &TrainingSession::finished);
    Json plan = longPlan();
    plan["dataset"]["columns"]["text"] = "nowhere";
    QVERIFY(fixture.training.start(tinyRequest(fixture, "run", plan)));
    QTRY_COMPARE(finished.size(), 1);
    const auto error = finished.at(0).at(1).value<std::optional<Error>>();
    QVERIFY(error);
    QVERIFY(QString::fromStdString(error->message.english()).contains(QStringLiteral("nowhere")));
    QCOMPARE(fixture.training.state(), State::Idle);
    QVERIFY(!fs::exists(fixture.run("run")));
}

QTEST_GUILESS_MAIN(tst_TrainingSession)
#include "tst_training_session.moc"
