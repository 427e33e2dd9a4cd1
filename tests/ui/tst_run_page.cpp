// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/runs/event_log.h"
#include "core/runs/run_store.h"
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/pages/run/run_banner.h"
#include "ui/pages/run/run_page.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/token_strip.h"

#include <QtTest>
#include <QtWidgets>

using namespace luthier;
namespace fs = std::filesystem;
using State = TrainingSession::State;

class tst_RunPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void aFinishedRunShowsItsTestScores();
    void aFinishedRunGoesBackToItsBestStep();
    void compareLeadsToTheOtherRuns();
    void theFirstBatchIsShownTokenByToken();
    void spacePausesAndContinues();
    void escapeKeepsTheRunRunning();
    void stopAndDiscardLeavesNoRun();
    void keepGoingTrainsToTheEnd();
    void anInterruptedRunContinuesByOneClick();
    void aFailedRunSaysWhy();
    void settingsAndLogAreThere();
    void columnsAndSplitAreSettingsInWords();
    void aLowLogShowsSeveralLines();
    void aLowWindowHasTabs();
    void aMissingRunLeadsToAllRuns();
};

namespace {

Json planOf(const Json &training)
{
    Json plan = tinyPlan({{"type", "full"}}, training);
    plan["dataset"]["test"] = plan["dataset"]["validation"];
    return plan;
}

/// Long enough to be met on its way; the rate is too high, so that the first validations are best.
const Json kLong{{"max_steps", 400},
                 {"eval_steps", 5},
                 {"learning_rate", 0.5},
                 {"warmup_steps", 3},
                 {"lr_scheduler_type", "constant_with_warmup"}};

struct Shown
{
    SessionFixture fixture;
    RunPage page{fixture.context};

    Shown() { fs::create_directories(fixture.path("runs")); }

    void show(const QString &id, const QSize &size = {1240, 836})
    {
        page.resize(size);
        page.open({QStringLiteral("run"), id});
        page.show();
    }
    void start(const Json &plan)
    {
        QVERIFY(fixture.training.start(tinyRequest(fixture, "run", plan)));
        show({});
        QTRY_COMPARE(fixture.training.state(), State::Training);
    }
    template <typename Widget>
    Widget *find(const char *name)
    {
        return page.findChild<Widget *>(QLatin1String(name));
    }
    bool shows(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        return button && button->isVisible();
    }
    bool click(const char *name)
    {
        if (!shows(name))
            return false;
        find<QAbstractButton>(name)->click();
        return true;
    }
    QString state() { return find<Badge>("runState")->text(); }
};

/// Presses `button` (Esc when empty) in the dialog that opens next.
void answerDialog(const QString &button)
{
    QTimer::singleShot(0, qApp, [button] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog)
            answerDialog(button);
        else if (button.isEmpty())
            QTest::keyClick(dialog, Qt::Key_Escape);
        else
            dialog->findChild<QPushButton *>(button)->click();
    });
}

} // namespace

void tst_RunPage::aFinishedRunShowsItsTestScores()
{
    Shown shown;
    QVERIFY(!runTiny(planOf({{"max_steps", 20}}), shown.fixture.run("done")).error);
    shown.show(QStringLiteral("done"));
    QTRY_COMPARE(shown.state(), QStringLiteral("Done"));
    QVERIFY(!shown.find<QPushButton>("pauseButton")->isVisible());
    QTRY_VERIFY(shown.shows("testButton"));
    QVERIFY(shown.click("testButton"));
    auto *matrix = shown.find<QTableWidget>("confusionMatrix");
    QTRY_VERIFY(matrix->isVisible());
    int texts = 0;
    for (int row = 0; row < matrix->rowCount(); ++row)
        for (int column = 0; column < matrix->columnCount(); ++column)
            texts += matrix->item(row, column)->text().toInt();
    QVERIFY(texts > 0);
    QCOMPARE(shown.find<QTableWidget>("perLabel")->rowCount(), matrix->rowCount());
    QVERIFY(shown.click("backToCurves"));
    QVERIFY(!matrix->isVisible());
}

void tst_RunPage::aFinishedRunGoesBackToItsBestStep()
{
    Shown shown;
    Json training = kLong;
    training["max_steps"] = 20;
    const fs::path run = shown.fixture.run("done");
    QVERIFY(!runTiny(planOf(training), run).error);
    QVERIFY(filesBelow(run / "final") != filesBelow(run / "best"));
    shown.show(QStringLiteral("done"));
    QTRY_VERIFY(shown.shows("bestStepButton"));
    QVERIFY(shown.click("bestStepButton"));
    QTRY_VERIFY(filesBelow(run / "final") == filesBelow(run / "best"));
    QTRY_VERIFY(!shown.find<QPushButton>("bestStepButton"));
}

void tst_RunPage::compareLeadsToTheOtherRuns()
{
    Shown shown;
    const Json plan = planOf({{"max_steps", 4}});
    QVERIFY(!runTiny(plan, shown.fixture.run("done")).error);
    shown.fixture.runs.refresh();
    shown.show(QStringLiteral("done"));
    QTRY_COMPARE(shown.state(), QStringLiteral("Done"));
    QTRY_VERIFY(shown.fixture.runs.find(QStringLiteral("done")));
    QVERIFY(!shown.find<QPushButton>("compareButton"));
    const fs::path other = shown.fixture.run("other");
    QVERIFY(!runTiny(plan, other).error);
    RunStore(shown.fixture.path("")).enter(RunFolder::open(other));
    shown.fixture.runs.refresh();
    QSignalSpy routes(&shown.page, &Page::routeRequested);
    QTRY_VERIFY(shown.shows("compareButton"));
    QVERIFY(shown.click("compareButton"));
    QTRY_COMPARE(routes.count(), 1);
    QCOMPARE(routes.at(0).at(0).value<Route>().toString(), QStringLiteral("runs?compare=done"));
}

void tst_RunPage::theFirstBatchIsShownTokenByToken()
{
    Shown shown;
    QVERIFY(
        !runTiny(planOf({{"max_steps", 3}, {"max_length", 8}}), shown.fixture.run("done")).error);
    shown.show(QStringLiteral("done"));
    auto *card = shown.find<QWidget>("firstBatch");
    QVERIFY(card && !card->isVisible());
    QTRY_VERIFY(card->isVisible());
    const QStringList rows =
        shown.find<TokenStrip>("firstBatchRows")->accessibleDescription().split(u'\n');
    QCOMPARE(rows.size(), 8);
    int cut = 0;
    for (const QString &row : rows) {
        // Its label first, then what is read.
        QVERIFY(row.contains(u' '));
        cut += row.contains(QStringLiteral("; cut off: "));
    }
    QVERIFY(cut > 0);
    QVERIFY(card->findChild<QLabel *>(QStringLiteral("cardSubtitle"))->text().contains(u'8'));
    // A low window has it as a tab.
    auto *tabs = shown.find<QTabBar>("runTabs");
    shown.page.resize(968, 576);
    QTRY_VERIFY(tabs->isVisible());
    tabs->setCurrentIndex(4);
    QTRY_VERIFY(card->isVisible());
    QVERIFY(!shown.find<QWidget>("lossChart")->isVisible());
    shown.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 0);
    // A run whose data is gone has none.
    shown.page.open({QStringLiteral("run"), QStringLiteral("never")});
    QTRY_VERIFY(!tabs->isTabVisible(4));
}

void tst_RunPage::spacePausesAndContinues()
{
    Shown shown;
    shown.start(planOf(kLong));
    shown.page.setFocus();
    QTest::keyClick(&shown.page, Qt::Key_Space);
    QTRY_COMPARE(shown.fixture.training.state(), State::Paused);
    QTRY_COMPARE(shown.state(), QStringLiteral("Paused"));
    QTest::keyClick(&shown.page, Qt::Key_Space);
    QCOMPARE(shown.fixture.training.state(), State::Training);
    QVERIFY(shown.click("pauseButton"));
    QTRY_COMPARE(shown.fixture.training.state(), State::Paused);
}

void tst_RunPage::escapeKeepsTheRunRunning()
{
    Shown shown;
    shown.start(planOf(kLong));
    shown.fixture.training.pause();
    QTRY_COMPARE(shown.fixture.training.state(), State::Paused);
    answerDialog({});
    QVERIFY(shown.click("stopButton"));
    QCOMPARE(shown.fixture.training.state(), State::Paused);
    answerDialog(QStringLiteral("stopAndSave"));
    QVERIFY(shown.click("stopButton"));
    QTRY_COMPARE(shown.state(), QStringLiteral("Stopped"));
    QVERIFY(shown.find<QPushButton>("continueRunButton"));
}

void tst_RunPage::stopAndDiscardLeavesNoRun()
{
    Shown shown;
    shown.start(planOf(kLong));
    answerDialog(QStringLiteral("stopAndDiscard"));
    QVERIFY(shown.click("stopButton"));
    QTRY_COMPARE(shown.fixture.training.state(), State::Idle);
    QVERIFY(!fs::exists(shown.fixture.run("run")));
    QTRY_VERIFY(shown.find<QPushButton>("allRuns")->isVisible());
}

void tst_RunPage::keepGoingTrainsToTheEnd()
{
    Shown shown;
    Json training = kLong;
    training["early_stopping_patience"] = 50;
    shown.start(planOf(training));
    QTRY_VERIFY(shown.shows("keepGoingButton"));
    QVERIFY(shown.click("keepGoingButton"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.fixture.training.state(), State::Idle, 60000);
    QCOMPARE(RunStore(shown.fixture.path("")).find("run")->lastStep, 400);
    QTRY_COMPARE(shown.state(), QStringLiteral("Done"));
}

void tst_RunPage::anInterruptedRunContinuesByOneClick()
{
    Shown shown;
    const Json plan = planOf({{"max_steps", 40}, {"dropout", 0.1}});
    QVERIFY(!runTiny(plan, shown.fixture.run("straight")).error);
    const fs::path broken = shown.fixture.run("broken");
    QVERIFY(runTiny(plan, broken, {.stopAfter = 15}).stopped);
    {
        RunStore store(shown.fixture.path(""));
        store.setState(store.enter(RunFolder::open(broken)), RunState::Running);
    }
    shown.show(QStringLiteral("broken"));
    QTRY_COMPARE(shown.state(), QStringLiteral("Interrupted"));
    QTRY_VERIFY(shown.shows("continueRunButton"));
    shown.find<QPushButton>("continueRunButton")->setFocus();
    QVERIFY(shown.click("continueRunButton"));
    // The button goes with the press; Space still means the run.
    QTRY_VERIFY(!shown.find<QPushButton>("continueRunButton"));
    QCOMPARE(shown.page.focusWidget(), &shown.page);
    QTRY_COMPARE_WITH_TIMEOUT(shown.state(), QStringLiteral("Done"), 60000);
    QVERIFY(filesBelow(shown.fixture.run("straight") / "final") == filesBelow(broken / "final"));
}

void tst_RunPage::aFailedRunSaysWhy()
{
    Shown shown;
    const fs::path run = shown.fixture.run("wild");
    QVERIFY(!runTiny(planOf({{"max_steps", 4}}), run).error);
    {
        EventLog log(run / "events.jsonl");
        log.cutBackTo(0);
        log.append({{"event", "step"}, {"step", 1}, {"loss", 0.7}});
        log.append(
            {{"event", "error"},
             {"message", {{"id", "train.non_finite"}, {"text", "Step 2: no finite number."}}}});
        RunStore store(shown.fixture.path(""));
        store.setState(store.enter(RunFolder::open(run)), RunState::Failed);
    }
    shown.show(QStringLiteral("wild"));
    QTRY_COMPARE(shown.state(), QStringLiteral("Diverged"));
    auto *banner = shown.find<RunBanner>("runBanner");
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->kind(), Banner::Error);
    QVERIFY(!shown.find<QPushButton>("continueRunButton"));
}

void tst_RunPage::settingsAndLogAreThere()
{
    Shown shown;
    QVERIFY(!runTiny(planOf({{"max_steps", 3}}), shown.fixture.run("done")).error);
    shown.page.resize(1240, 836);
    shown.page.open({QStringLiteral("run"),
                     QStringLiteral("done"),
                     {{QStringLiteral("tab"), QStringLiteral("settings")}}});
    shown.page.show();
    auto *tree = shown.find<QTreeWidget>("runSettings");
    QTRY_COMPARE(tree->topLevelItemCount(), 4);
    QVERIFY(tree->isVisible());
    QVERIFY(
        !tree->findItems(QStringLiteral("3"), Qt::MatchExactly | Qt::MatchRecursive, 1).isEmpty());
    QSignalSpy routes(&shown.page, &Page::routeChanged);
    shown.page.findChild<QAction *>(QStringLiteral("view/log"))->trigger();
    QVERIFY(shown.find<QPlainTextEdit>("runLog")->isVisible());
    QCOMPARE(routes.last().at(0).value<Route>().query.value(QStringLiteral("tab")),
             QStringLiteral("log"));
}

void tst_RunPage::columnsAndSplitAreSettingsInWords()
{
    Shown shown;
    Json plan = tinyPlan({{"type", "full"}}, {{"max_steps", 3}});
    plan["dataset"]["path"] = plan["dataset"]["train"];
    plan["dataset"].erase("train");
    plan["dataset"].erase("validation");
    plan["dataset"]["split"] = {{"validation", 0.1}, {"test", 0.2}, {"seed", 42}};
    QVERIFY(!runTiny(plan, shown.fixture.run("done")).error);
    shown.page.resize(1240, 836);
    shown.page.open({QStringLiteral("run"),
                     QStringLiteral("done"),
                     {{QStringLiteral("tab"), QStringLiteral("settings")}}});
    shown.page.show();
    auto *tree = shown.find<QTreeWidget>("runSettings");
    QTRY_COMPARE(tree->topLevelItemCount(), 4);
    const auto value = [tree](const char *key) {
        for (QTreeWidgetItemIterator it(tree); *it; ++it)
            if ((*it)->toolTip(0) == QLatin1String(key))
                return (*it)->text(1);
        return QString();
    };
    QCOMPARE(value("columns"), QStringLiteral("text: text, label: label"));
    QCOMPARE(value("split"), QStringLiteral("validation 10%, test 20%, stratified, seed 42"));
    QCOMPARE(value("type"), QStringLiteral("Full fine-tuning"));
    QCOMPARE(value("optim"), QStringLiteral("AdamW"));
    QCOMPARE(value("metric_for_best_model"), QStringLiteral("Validation loss"));
    for (QTreeWidgetItemIterator it(tree); *it; ++it)
        QVERIFY2(!(*it)->text(1).contains(u'{') && (*it)->text(1) != QLatin1String("null"),
                 qPrintable((*it)->text(1)));
}

void tst_RunPage::aLowLogShowsSeveralLines()
{
    Shown shown;
    QVERIFY(!runTiny(planOf({{"max_steps", 3}}), shown.fixture.run("done")).error);
    shown.page.resize(960, 400);
    shown.page.open({QStringLiteral("run"),
                     QStringLiteral("done"),
                     {{QStringLiteral("tab"), QStringLiteral("log")}}});
    shown.page.show();
    auto *notes = shown.find<QTableWidget>("runNotes");
    QTRY_VERIFY(notes->isVisible());
    const int line = notes->fontMetrics().height();
    QVERIFY(notes->viewport()->height() >= 4 * line);
    QVERIFY(shown.find<QPlainTextEdit>("runLog")->height() >= 5 * line);
    // In a window lower than this one both scroll together instead of getting lower.
    QVERIFY(notes->minimumHeight() >= 5 * line);
}

void tst_RunPage::aLowWindowHasTabs()
{
    Shown shown;
    QVERIFY(!runTiny(planOf({{"max_steps", 3}}), shown.fixture.run("done")).error);
    shown.show(QStringLiteral("done"), {968, 576});
    QTRY_COMPARE(shown.state(), QStringLiteral("Done"));
    auto *tabs = shown.find<QTabBar>("runTabs");
    QVERIFY(tabs->isVisible());
    QVERIFY(shown.find<QWidget>("lossChart")->isVisible());
    tabs->setCurrentIndex(2);
    QVERIFY(shown.find<QWidget>("rateChart")->isVisible());
    QVERIFY(!shown.find<QWidget>("lossChart")->isVisible());
    shown.page.resize(1240, 836);
    QTRY_VERIFY(shown.find<QWidget>("lossChart")->isVisible());
    QVERIFY(shown.find<QWidget>("rateChart")->isVisible());
    QVERIFY(!tabs->isVisible());
}

void tst_RunPage::aMissingRunLeadsToAllRuns()
{
    Shown shown;
    shown.show(QStringLiteral("never"));
    QSignalSpy routes(&shown.page, &Page::routeRequested);
    QTRY_VERIFY(shown.shows("allRuns"));
    QVERIFY(shown.click("allRuns"));
    QCOMPARE(routes.at(0).at(0).value<Route>().page, QStringLiteral("runs"));
}

QTEST_MAIN(tst_RunPage)
#include "tst_run_page.moc"
