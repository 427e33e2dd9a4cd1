// SPDX-License-Identifier: GPL-3.0-or-later
// A window is killed while it trains. This program is that window as well:
// tst_killed_window --train WORKSPACE
#include "core/runs/checkpoint.h"
#include "core/runs/event_log.h"
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/charts/chart_frame.h"
#include "ui/pages/run/run_page.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/runs/runs_source.h"
#include "ui/shell/main_window.h"
#include "ui/tables/row_table.h"

#include <QtTest>
#include <QtWidgets>

#include <cstdio>
#include <numeric>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

const QString trainOption = QStringLiteral("--train");
constexpr int64_t steps = 600, saveSteps = 200, killAfter = saveSteps + 20;
constexpr int longest = 120000; // ms

Json plan()
{
    return tinyPlan(
        {{"type", "full"}},
        {{"max_steps", steps}, {"save_steps", saveSteps}, {"eval_steps", 50}, {"dropout", 0.1}});
}

/// Trains in a window on the workspace's run "killed" and writes each step that is done.
int trainInWindow(const QString &workspace)
{
    Jobs jobs;
    TrainingSession training;
    RunLibrary runs(workspace, jobs);
    PlanDocument draft(workspace);
    ViewState view(workspace + QStringLiteral("/view.ini"));
    const AppContext context{workspace, jobs, training, runs, draft, view};
    MainWindow window(context);
    window.show();
    QObject::connect(&training, &TrainingSession::eventsCame, [](const std::vector<Json> &events) {
        for (const Json &event : events)
            if (event["event"] == "step")
                std::printf("%lld\n", static_cast<long long>(event["step"].get<int64_t>()));
        std::fflush(stdout);
    });
    const fs::path folder = workspace.toStdString();
    TrainRequest request = tinyRequest(plan(), folder / "runs" / "killed");
    request.workspace = folder;
    training.start(request);
    window.open({QStringLiteral("run"), {}});
    return QApplication::exec();
}

/// Reads the child's steps until one is `step` or later.
bool reaches(QProcess &child, int64_t step)
{
    while (child.canReadLine() || child.waitForReadyRead(longest))
        while (child.canReadLine())
            if (child.readLine().toLongLong() >= step)
                return true;
    return false;
}

std::vector<int64_t> stepsOf(const fs::path &run)
{
    std::vector<int64_t> out;
    for (const Json &event : allEvents(run / "events.jsonl"))
        if (event["event"] == "step")
            out.push_back(event["step"]);
    return out;
}

std::vector<int64_t> allSteps()
{
    std::vector<int64_t> out(steps);
    std::iota(out.begin(), out.end(), 1);
    return out;
}

} // namespace

class KilledWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void theRunGoesOnByOneClickToTheSameBytes();

private:
    void killAWindow(const SessionFixture &fixture);
    void goOnByOneClick(SessionFixture &fixture);
    void checkTheCurve(SessionFixture &fixture);
};

void KilledWindowTest::killAWindow(const SessionFixture &fixture)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {trainOption, fixture.folder.path()});
    QVERIFY(reaches(child, killAfter));
    child.kill(); // SIGKILL
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    const fs::path run = fixture.run("killed");
    QVERIFY(!checkpoints(run).empty());
    QVERIFY2(stepsOf(run).back() > checkpoints(run).back().step, "killed at a checkpoint");
    QVERIFY(stepsOf(run).back() < steps);
    QVERIFY(!fs::exists(run / "final"));
}

void KilledWindowTest::goOnByOneClick(SessionFixture &fixture)
{
    RunsPage page(fixture.context);
    page.resize(1240, 836);
    page.open({QStringLiteral("runs"), {}});
    page.show();
    auto *table = page.findChild<RowTable *>(QStringLiteral("runs"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const auto state = [&] {
        return table->model()->index(0, RunsSource::Status + 1).data().toString();
    };
    QTRY_COMPARE(state(), QStringLiteral("Interrupted"));
    auto *button = page.findChild<QPushButton *>(QStringLiteral("continueRun"));
    QTRY_VERIFY(button->isVisible());
    QSignalSpy finished(&fixture.training, &TrainingSession::finished);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, longest);
    QVERIFY(!finished.at(0).at(1).value<std::optional<Error>>());
    QTRY_COMPARE(state(), QStringLiteral("Done"));
}

/// What the log holds, and what the Run page draws of it, is one curve.
void KilledWindowTest::checkTheCurve(SessionFixture &fixture)
{
    QCOMPARE(stepsOf(fixture.run("killed")), allSteps());
    RunPage page(fixture.context);
    page.resize(1240, 836);
    page.open({QStringLiteral("run"), QStringLiteral("killed")});
    page.show();
    const ChartModel &loss = page.findChild<ChartFrame *>(QStringLiteral("lossChart"))->model();
    QTRY_VERIFY(loss.find(QStringLiteral("train")) &&
                !loss.find(QStringLiteral("train"))->points.empty());
    std::vector<int64_t> drawn;
    for (const QPointF &point : loss.find(QStringLiteral("train"))->points)
        drawn.push_back(int64_t(point.x()));
    QCOMPARE(drawn, allSteps());
}

void KilledWindowTest::theRunGoesOnByOneClickToTheSameBytes()
{
    const QTemporaryDir elsewhere;
    const fs::path straight = fs::path(elsewhere.path().toStdString()) / "straight";
    QVERIFY(!runTiny(plan(), straight).error);
    SessionFixture fixture;
    killAWindow(fixture);
    if (QTest::currentTestFailed())
        return;
    goOnByOneClick(fixture);
    const auto final = filesBelow(fixture.run("killed") / "final");
    QVERIFY(final.contains("model.safetensors"));
    QVERIFY(final == filesBelow(straight / "final"));
    QVERIFY(comparableEvents(fixture.run("killed")) == comparableEvents(straight));
    checkTheCurve(fixture);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == trainOption)
        return trainInWindow(arguments[2]);
    KilledWindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed_window.moc"
