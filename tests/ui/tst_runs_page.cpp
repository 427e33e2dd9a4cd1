// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/event_log.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_store.h"
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/charts/chart_frame.h"
#include "ui/pages/runs/run_comparison.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/runs/runs_source.h"
#include "ui/shell/theme.h"
#include "ui/tables/row_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableWidget>
#include <QTest>

#include <array>
#include <set>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

struct RunFile
{
    const char *name = "full";
    const char *folder = "full-20260101-100000-0a1b2c";
    double learning_rate = 5e-5;
    const char *data = "/data/mails.csv";
    const char *dataHash = "00ff";
    int64_t splitSeed = 42;
    bool done = true;
    double lift = 0; ///< added to the validation loss
    Json method = {{"type", "full"}};
};

/// A run whose validation loss is lowest at step 4, not at its end.
fs::path writeRun(const SessionFixture &fixture, const RunFile &run)
{
    const fs::path folder = fixture.run(run.folder);
    fs::create_directories(folder);
    const RunFolder files = RunFolder::createAt(folder);
    files.writeConfig(
        {{"schema", 1},
         {"name", run.name},
         {"task", "text-classification"},
         {"model", {{"path", "/models/minilm"}}},
         {"dataset",
          {{"path", run.data},
           {"split", {{"seed", run.splitSeed}}},
           {"version", {{"sha256", {{"path", run.dataHash}}}, {"remedies", Json::array()}}}}},
         {"method", run.method},
         {"training",
          {{"learning_rate", run.learning_rate}, {"metric_for_best_model", "eval_loss"}}}});
    EventLog log(files.events());
    log.append({{"event", "start"}, {"steps", 8}, {"steps_per_epoch", 4}});
    for (int64_t n = 1; n <= 8; ++n) {
        log.append({{"event", "step"},
                    {"step", n},
                    {"loss", 1.0 / double(n)},
                    {"learning_rate", 1e-5},
                    {"grad_norm", 1.0},
                    {"epoch", 0.25 * double(n)}});
        if (n % 2)
            continue;
        const double loss = (n == 4 ? 0.25 : 0.5 + 0.01 * double(n)) + run.lift;
        log.append({{"event", "evaluation"},
                    {"step", n},
                    {"split", "validation"},
                    {"eval_loss", loss},
                    {"accuracy", 0.9},
                    {"best", n <= 4}});
    }
    log.append({{"event", "verdict"},
                {"kind", "overfitting"},
                {"best_step", 4},
                {"since", 6},
                {"step", 8},
                {"message",
                 {{"id", "verdict.test"},
                  {"text", "Overfitting since step {s}."},
                  {"values", {{"s", 6}}}}}});
    if (run.done)
        log.append({{"event", "done"}, {"steps", 8}, {"seconds", 61.0}});
    return folder;
}

struct Shown
{
    SessionFixture fixture;
    RunsPage page{fixture.context};

    Shown() { fs::create_directories(fixture.path("runs")); }

    void show(int rows, const QSize &size = {1240, 836})
    {
        page.resize(size);
        page.open({QStringLiteral("runs"), {}});
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTRY_COMPARE(table()->model()->rowCount(), rows);
        QTRY_VERIFY(fixture.runs.isRead());
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QLatin1String(name));
    }
    RowTable *table() const { return find<RowTable>("runs"); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column + 1).data().toString();
    }
    int rowOf(const char *name) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            if (cell(row, RunsSource::Name) == QLatin1String(name))
                return row;
        return -1;
    }
    void choose(const char *name)
    {
        QVERIFY2(rowOf(name) >= 0, name);
        table()->setCurrentIndex(table()->model()->index(rowOf(name), 1));
    }
    void tick(const char *name)
    {
        choose(name);
        QTest::keyClick(table(), Qt::Key_Space);
    }
};

} // namespace

class RunsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        Theme(Theme::Scheme::Light).apply(*qApp);
    }
    void anEmptyWorkspaceSaysWhatToDo();
    void bestValueIsNotTheLast();
    void filterAndSort();
    void twoRunsOnOneChart();
    void theMethodStandsFirst();
    void threeRunsOnOneChart();
    void otherDataOrSplitIsSaid();
    void comparingNeedsTwo();
    void comparisonHasARoute();
    void oneRunToCompareIsTicked();
    void renamedWithF2();
    void deletedIntoTheTrash();
    void whatTrainsIsNotDeleted();
    void interruptedRunGoesOnByOneClick();
    void enterOpensTheRun();
    void choicesOutliveANewReading();
    void narrowPageHasDetailsBelow();
    void columnsAndWidthsAreRemembered();
};

void RunsPageTest::anEmptyWorkspaceSaysWhatToDo()
{
    Shown shown;
    shown.show(0);
    auto *button = shown.find<QPushButton>("newTraining");
    QTRY_VERIFY(button->isVisible());
    QSignalSpy asked(&shown.page, &Page::routeRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<Route>().page, QStringLiteral("train"));
    QVERIFY(!shown.find<QPushButton>("compareRuns")->isVisible());
}

void RunsPageTest::bestValueIsNotTheLast()
{
    Shown shown;
    writeRun(shown.fixture, {});
    shown.show(1);
    QCOMPARE(shown.cell(0, RunsSource::Best), QStringLiteral("0.2500"));
    QCOMPARE(shown.cell(0, RunsSource::Status), QStringLiteral("Done"));
    QCOMPARE(shown.cell(0, RunsSource::Verdict), QStringLiteral("Overfitting"));
    QCOMPARE(shown.cell(0, RunsSource::Model), QStringLiteral("minilm"));
    QVERIFY(shown.cell(0, RunsSource::Time).contains(QStringLiteral("1")));
    const QModelIndex best = shown.table()->model()->index(0, RunsSource::Best + 1);
    QVERIFY(best.data(Qt::ToolTipRole).toString().contains(QStringLiteral("4")));
    QCOMPARE(shown.find<QLabel>("detailsName")->text(), QStringLiteral("full"));
    QCOMPARE(shown.find<QLabel>("detailsVerdict")->text(),
             QStringLiteral("Overfitting since step 6."));
}

void RunsPageTest::filterAndSort()
{
    Shown shown;
    writeRun(shown.fixture,
             {.name = "worse", .folder = "worse-20260101-100000-0a1b2c", .lift = 0.1});
    writeRun(shown.fixture, {.name = "better", .folder = "better-20260102-100000-0d1e2f"});
    shown.show(2);
    QCOMPARE(shown.cell(0, RunsSource::Name), QStringLiteral("better"));
    shown.table()->model()->sort(RunsSource::Best + 1, Qt::DescendingOrder);
    QTRY_COMPARE(shown.cell(0, RunsSource::Name), QStringLiteral("worse"));
    auto *filter = shown.find<QLineEdit>("filterRuns");
    shown.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    QTest::keyClick(shown.table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("BETT"));
    QTRY_COMPARE(shown.table()->model()->rowCount(), 1);
    QCOMPARE(shown.cell(0, RunsSource::Name), QStringLiteral("better"));
}

void RunsPageTest::twoRunsOnOneChart()
{
    Shown shown;
    writeRun(shown.fixture, {.name = "slow", .folder = "slow-20260101-100000-0a1b2c"});
    writeRun(shown.fixture,
             {.name = "fast", .folder = "fast-20260102-100000-0d1e2f", .learning_rate = 2e-4});
    shown.show(2);
    shown.tick("slow");
    shown.tick("fast");
    QTest::mouseClick(shown.find<QPushButton>("compareRuns"), Qt::LeftButton);
    auto *comparison = shown.find<RunComparison>("runComparison");
    QVERIFY(comparison->isVisible());
    const ChartModel &model = comparison->chart()->model();
    QCOMPARE(model.series().size(), size_t(4));
    const auto *slow = model.find(QStringLiteral("slow-20260101-100000-0a1b2c"));
    const auto *fast = model.find(QStringLiteral("fast-20260102-100000-0d1e2f"));
    QVERIFY(slow && fast);
    QVERIFY(slow->style != fast->style);
    QCOMPARE(slow->points.size(), size_t(4));
    QCOMPARE(model.find(QStringLiteral("training/slow-20260101-100000-0a1b2c"))->points.size(),
             size_t(8));
    auto *table = shown.find<QTableWidget>("settingDifferences");
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->toolTip(), QStringLiteral("training.learning_rate"));
    QVERIFY(table->item(0, 1)->text() != table->item(0, 2)->text());
    QCOMPARE(shown.find<Banner>("comparability")->kind(), Banner::Good);
    QTest::mouseClick(shown.find<QPushButton>("backToRuns"), Qt::LeftButton);
    QVERIFY(shown.table()->isVisible());
}

void RunsPageTest::theMethodStandsFirst()
{
    Shown shown;
    writeRun(shown.fixture, {});
    writeRun(shown.fixture, {.name = "lora",
                             .folder = "lora-20260102-100000-0d1e2f",
                             .method = {{"type", "lora"}, {"adapter", ""}, {"r", 8}}});
    shown.show(2);
    shown.tick("full");
    shown.tick("lora");
    shown.find<QPushButton>("compareRuns")->click();
    const auto *table = shown.find<QTableWidget>("settingDifferences");
    QStringList keys;
    for (int row = 0; row < table->rowCount(); ++row)
        keys << table->item(row, 0)->toolTip();
    // No adapter to start from is as good as a method without one.
    QCOMPARE(keys, (QStringList{QStringLiteral("method.type"), QStringLiteral("method.r")}));
}

void RunsPageTest::threeRunsOnOneChart()
{
    constexpr std::array names{"slow", "middle", "fast"};
    constexpr std::array folders{"slow-20260101-100000-0a1b2c", "middle-20260102-100000-0d1e2f",
                                 "fast-20260103-100000-3a4b5c"};
    Shown shown;
    for (size_t i = 0; i < names.size(); ++i)
        writeRun(shown.fixture, {.name = names[i],
                                 .folder = folders[i],
                                 .learning_rate = 1e-3 * double(i + 1),
                                 .lift = 0.1 * double(i)});
    shown.show(3);
    for (const char *name : names)
        shown.tick(name);
    QTest::mouseClick(shown.find<QPushButton>("compareRuns"), Qt::LeftButton);
    const ChartModel &model = shown.find<RunComparison>("runComparison")->chart()->model();
    QCOMPARE(model.series().size(), size_t(6));
    QCOMPARE(model.marks().size(), size_t(3));
    std::set<int> styles;
    for (size_t i = 0; i < folders.size(); ++i) {
        const auto *validation = model.find(QLatin1String(folders[i]));
        QVERIFY2(validation, folders[i]);
        QCOMPARE(validation->points.size(), size_t(4));
        QCOMPARE(validation->points[1], QPointF(4, 0.25 + 0.1 * double(i)));
        styles.insert(validation->style);
    }
    QCOMPARE(styles.size(), size_t(3));
    const auto *table = shown.find<QTableWidget>("settingDifferences");
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->columnCount(), 4);
    QStringList shownRates;
    for (int column : {1, 2, 3})
        shownRates << table->horizontalHeaderItem(column)->text() + u' ' +
                          table->item(0, column)->text();
    shownRates.sort();
    QCOMPARE(shownRates, (QStringList{QStringLiteral("fast 0.003"), QStringLiteral("middle 0.002"),
                                      QStringLiteral("slow 0.001")}));
}

void RunsPageTest::otherDataOrSplitIsSaid()
{
    const RunFile two{.name = "two", .folder = "two-20260102-100000-0d1e2f"};
    RunFile otherFile = two, changedFile = two, movedFile = two, otherSplit = two;
    otherFile.data = "/data/other.csv";
    otherFile.dataHash = "ff00";
    changedFile.dataHash = "ff00";
    movedFile.data = "/data/moved/mails.csv";
    otherSplit.splitSeed = 7;
    const QString different = QStringLiteral("different data");
    for (const auto &[other, said, differing] :
         {std::tuple(otherFile, different,
                     QStringLiteral("File: /data/mails.csv, /data/other.csv")),
          std::tuple(changedFile, different, QStringLiteral("State of the data: 00ff, ff00")),
          std::tuple(movedFile, QStringLiteral("fair to compare"), QString()),
          std::tuple(otherSplit, QStringLiteral("split differently"),
                     QStringLiteral("Seed of the split: 42, 7"))}) {
        Shown shown;
        writeRun(shown.fixture, {.name = "one", .folder = "one-20260101-100000-0a1b2c"});
        writeRun(shown.fixture, other);
        shown.show(2);
        shown.tick("one");
        shown.tick("two");
        shown.find<QPushButton>("compareRuns")->click();
        auto *banner = shown.find<Banner>("comparability");
        QCOMPARE(banner->kind(), differing.isEmpty() ? Banner::Good : Banner::Warning);
        QString words;
        for (const QLabel *label : banner->findChildren<QLabel *>())
            words += label->text();
        QVERIFY2(words.contains(said), qPrintable(words));
        const auto *table = shown.find<QTableWidget>("settingDifferences");
        QCOMPARE(table->rowCount(), differing.isEmpty() ? 0 : 1);
        if (differing.isEmpty())
            continue;
        QStringList values{table->item(0, 1)->text(), table->item(0, 2)->text()};
        values.sort();
        const QString row =
            table->item(0, 0)->text() + QLatin1String(": ") + values.join(QLatin1String(", "));
        QVERIFY2(row.startsWith(differing), qPrintable(row));
    }
}

void RunsPageTest::comparingNeedsTwo()
{
    Shown shown;
    writeRun(shown.fixture, {});
    shown.show(1);
    auto *compare = shown.find<QPushButton>("compareRuns");
    QVERIFY(!blockedReason(compare).isEmpty());
    shown.tick("full");
    QVERIFY(!blockedReason(compare).isEmpty());
    QTest::mouseClick(compare, Qt::LeftButton);
    QVERIFY(!shown.find<RunComparison>("runComparison")->isVisible());
}

void RunsPageTest::comparisonHasARoute()
{
    Shown shown;
    writeRun(shown.fixture, {.name = "one", .folder = "one-20260101-100000-0a1b2c"});
    writeRun(shown.fixture, {.name = "two", .folder = "two-20260102-100000-0d1e2f"});
    shown.show(2);
    shown.tick("one");
    shown.tick("two");
    QSignalSpy changed(&shown.page, &Page::routeChanged);
    shown.find<QPushButton>("compareRuns")->click();
    QCOMPARE(changed.count(), 1);
    const Route route = changed[0][0].value<Route>();
    shown.find<QPushButton>("backToRuns")->click();
    QVERIFY(shown.table()->isVisible());
    shown.page.open(Route::parse(route.toString()));
    QVERIFY(shown.find<RunComparison>("runComparison")->isVisible());
    QTRY_COMPARE(shown.find<RunComparison>("runComparison")->chart()->model().series().size(),
                 size_t(4));
}

void RunsPageTest::oneRunToCompareIsTicked()
{
    Shown shown;
    writeRun(shown.fixture, {.name = "one", .folder = "one-20260101-100000-0a1b2c"});
    writeRun(shown.fixture, {.name = "two", .folder = "two-20260102-100000-0d1e2f"});
    const Route route{QStringLiteral("runs"),
                      {},
                      {{QStringLiteral("compare"), QStringLiteral("one-20260101-100000-0a1b2c")}}};
    shown.page.open(route);
    shown.page.resize(1240, 836);
    shown.page.show();
    QTRY_COMPARE(shown.table()->model()->rowCount(), 2);
    const auto isTicked = [&shown](const char *name) {
        const QModelIndex box = shown.table()->model()->index(shown.rowOf(name), 0);
        return box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    };
    QTRY_VERIFY(isTicked("one"));
    QVERIFY(!isTicked("two"));
    QCOMPARE(shown.table()->currentIndex().row(), shown.rowOf("one"));
    auto *banner = shown.find<Banner>("runsBanner");
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(banner->kind(), Banner::Info);
    shown.tick("two");
    QVERIFY(!banner->isVisible());
    shown.find<QPushButton>("compareRuns")->click();
    QVERIFY(shown.find<RunComparison>("runComparison")->isVisible());
    // Asked for once more, the ticks of before are gone.
    shown.page.open(route);
    QTRY_VERIFY(shown.table()->isVisible());
    QVERIFY(isTicked("one") && !isTicked("two"));
}

void RunsPageTest::renamedWithF2()
{
    Shown shown;
    const fs::path folder = writeRun(shown.fixture, {});
    shown.show(1);
    shown.choose("full");
    QTest::keyClick(shown.table(), Qt::Key_F2);
    auto *dialog = shown.find<QInputDialog>("renameDialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), QStringLiteral("full"));
    dialog->setTextValue(QStringLiteral("새 이름"));
    dialog->accept();
    QTRY_COMPARE(shown.cell(0, RunsSource::Name), QStringLiteral("새 이름"));
    QCOMPARE(RunFolder::open(folder).readConfig()["name"].get<std::string>(), "새 이름");
}

void RunsPageTest::deletedIntoTheTrash()
{
    Shown shown;
    const fs::path folder = writeRun(shown.fixture, {});
    shown.show(1);
    shown.choose("full");
    QTest::keyClick(shown.table(), Qt::Key_Delete);
    auto *dialog = shown.find<QMessageBox>("removeDialog");
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(fs::exists(folder));
    QTest::keyClick(shown.table(), Qt::Key_Delete);
    QTRY_VERIFY(shown.find<QPushButton>("moveToTrash"));
    shown.find<QPushButton>("moveToTrash")->click();
    QTRY_COMPARE(shown.table()->model()->rowCount(), 0);
    QVERIFY(!fs::exists(folder));
    bool found = false;
    for (const auto &entry : fs::recursive_directory_iterator(shown.fixture.path("trash")))
        found = found || entry.path().filename() == "events.jsonl";
    QVERIFY(found);
}

void RunsPageTest::whatTrainsIsNotDeleted()
{
    Shown shown;
    const fs::path folder = writeRun(shown.fixture, {.done = false});
    const RunLock lock(folder);
    shown.show(1);
    QTRY_COMPARE(shown.cell(0, RunsSource::Status), QStringLiteral("Running"));
    shown.choose("full");
    QVERIFY(!blockedReason(shown.find<QPushButton>("removeRun")).isEmpty());
    QTest::keyClick(shown.table(), Qt::Key_Delete);
    QVERIFY(!shown.find<QMessageBox>("removeDialog"));
    QVERIFY(shown.find<Banner>("runsBanner")->isVisible());
    QVERIFY(fs::exists(folder));
}

void RunsPageTest::interruptedRunGoesOnByOneClick()
{
    Shown shown;
    const Json plan = tinyPlan({{"type", "full"}}, {{"max_steps", 8}, {"save_steps", 2}});
    const fs::path folder = shown.fixture.run("broken");
    QVERIFY(runTiny(plan, folder, {.stopAfter = 4}).stopped);
    shown.show(1);
    auto *go = shown.find<QPushButton>("continueRun");
    QTRY_VERIFY(go->isVisible());
    QSignalSpy asked(&shown.page, &Page::routeRequested);
    QSignalSpy finished(&shown.fixture.training, &TrainingSession::finished);
    QTest::mouseClick(go, Qt::LeftButton);
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<Route>().page, QStringLiteral("run"));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
    const std::vector<Json> events = allEvents(folder / "events.jsonl");
    QCOMPARE(events.back()["event"].get<std::string>(), "done");
    QCOMPARE(events.back()["steps"].get<int64_t>(), 8);
}

void RunsPageTest::enterOpensTheRun()
{
    Shown shown;
    writeRun(shown.fixture, {});
    shown.show(1);
    shown.choose("full");
    QSignalSpy asked(&shown.page, &Page::routeRequested);
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<Route>(),
             (Route{QStringLiteral("run"), QStringLiteral("full-20260101-100000-0a1b2c")}));
}

void RunsPageTest::choicesOutliveANewReading()
{
    Shown shown;
    writeRun(shown.fixture, {.name = "old", .folder = "old-20260101-100000-0a1b2c"});
    writeRun(shown.fixture, {.name = "older", .folder = "older-20250101-100000-0a1b2c"});
    shown.show(2);
    shown.tick("old");
    writeRun(shown.fixture, {.name = "new", .folder = "new-20260301-100000-0d1e2f"});
    RunStore(shown.fixture.path(""))
        .enter(RunFolder::open(shown.fixture.run("new-20260301-100000-0d1e2f")));
    shown.fixture.runs.refresh();
    QTRY_COMPARE(shown.table()->model()->rowCount(), 3);
    QCOMPARE(shown.rowOf("old"), 1);
    QCOMPARE(shown.table()->model()->index(1, 0).data(Qt::CheckStateRole).toInt(),
             int(Qt::Checked));
    QCOMPARE(shown.table()->model()->index(0, 0).data(Qt::CheckStateRole).toInt(),
             int(Qt::Unchecked));
    QCOMPARE(shown.table()->currentIndex().row(), 1);
}

void RunsPageTest::narrowPageHasDetailsBelow()
{
    Shown shown;
    writeRun(shown.fixture, {});
    shown.show(1, {960, 576});
    QCOMPARE(shown.find<QSplitter>("runsSplitter")->orientation(), Qt::Vertical);
    shown.page.resize(1240, 836);
    QCOMPARE(shown.find<QSplitter>("runsSplitter")->orientation(), Qt::Horizontal);
}

void RunsPageTest::columnsAndWidthsAreRemembered()
{
    SessionFixture fixture;
    writeRun(fixture, {});
    const int model = RunsSource::Model + 1, verdict = RunsSource::Verdict + 1;
    const auto opened = [&](RunsPage &page) {
        page.resize(1240, 836);
        page.open({QStringLiteral("runs"), {}});
        page.show();
        auto *table = page.findChild<RowTable *>(QStringLiteral("runs"));
        return QTest::qWaitFor([table] { return table->model()->rowCount() == 1; }) ? table
                                                                                    : nullptr;
    };
    const auto trigger = [](RunsPage &page, const char *action) {
        auto *menu = page.findChild<QMenu *>(QStringLiteral("columnsMenu"));
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction *>(QLatin1String(action))->trigger();
    };
    {
        RunsPage page(fixture.context);
        RowTable *table = opened(page);
        QVERIFY(table && !table->isColumnHidden(verdict));
        trigger(page, "column_verdict");
        QVERIFY(table->isColumnHidden(verdict));
        if (table->isColumnHidden(model))
            trigger(page, "column_model");
        table->setColumnWidth(model, 222);
    }
    RunsPage page(fixture.context);
    RowTable *table = opened(page);
    QVERIFY(table && table->isColumnHidden(verdict));
    QCOMPARE(table->columnWidth(model), 222);
    QVERIFY(!table->isColumnHidden(RunsSource::Name + 1));
    trigger(page, "columnsThatFit");
    QVERIFY(!table->isColumnHidden(verdict));
    QVERIFY(table->isColumnHidden(model) || table->columnWidth(model) != 222);
}

QTEST_MAIN(RunsPageTest)
#include "tst_runs_page.moc"
