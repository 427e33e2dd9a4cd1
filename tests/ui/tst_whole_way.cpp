// SPDX-License-Identifier: GPL-3.0-or-later
// The window as it is, from a dropped file to two compared runs, by clicks and keys.
#include "core/runs/event_log.h"
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/charts/chart_frame.h"
#include "ui/forms/number_box.h"
#include "ui/pages/runs/run_comparison.h"
#include "ui/pages/runs/runs_source.h"
#include "ui/shell/main_window.h"
#include "ui/shell/theme.h"
#include "ui/tables/row_table.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/choice_card.h"

#include <QtTest>
#include <QtWidgets>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

const fs::path stored = fs::path(LUTHIER_TEST_DATA) / "parity" / "bert-tiny-full";
constexpr int longest = 60000; // ms that a run may take

/// The window with all its pages, in a workspace with a model and, beside it, a file of texts.
struct Desk
{
    SessionFixture fixture;
    std::unique_ptr<MainWindow> window;

    Desk()
    {
        fs::create_directories(fixture.path("models"));
        fs::copy(stored / "model", fixture.path("models/bert-tiny"), fs::copy_options::recursive);
        fs::copy_file(stored / "train.csv", fixture.path("mails.csv"));
        window = std::make_unique<MainWindow>(fixture.context);
        window->resize(1440, 900);
        window->open({QStringLiteral("home"), {}});
        window->show();
    }

    QString csv() const { return QString::fromStdString(fixture.path("mails.csv").string()); }

    /// The one that can be seen: pages that are not shown keep theirs.
    template <typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        for (Widget *widget : window->findChildren<Widget *>(QLatin1String(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }

    /// False while it is not there, or says why it cannot be pressed.
    bool click(const char *name) const
    {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled() || !blockedReason(button).isEmpty())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    /// Clicks it once, as soon as that can be done.
    bool press(const char *name) const
    {
        return QTest::qWaitFor([this, name] { return click(name); }, longest);
    }

    /// To the next step of the wizard, once this one has nothing more to ask.
    bool next(const char *to) const
    {
        const bool pressed = press("wizardNext");
        auto *next = find<QPushButton>("wizardNext");
        return pressed && next && next->text().contains(QLatin1String(to));
    }

    void dropFile() const
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(csv())});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &event);
    }

    void type(const char *field, const QString &text) const
    {
        auto *box = find<NumberBox>(field);
        QVERIFY2(box, field);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }

    void nameRun(const QString &name) const
    {
        auto *field = find<QLineEdit>("runName");
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, name);
    }

    /// Starts the reviewed run and waits for its end; its id.
    QString train() const
    {
        if (!press("wizardNext"))
            return {};
        const auto over = [&] {
            const auto *state = find<Badge>("runState");
            return window->route().page == QStringLiteral("run") && !fixture.training.isActive() &&
                   state && state->text().startsWith(QStringLiteral("Done"));
        };
        return QTest::qWaitFor(over, longest) ? window->route().item : QString();
    }

    /// Space in the row of that name.
    bool tick(const QString &name) const
    {
        auto *table = find<RowTable>("runs");
        for (int row = 0; table && row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, RunsSource::Name + 1).data().toString() == name) {
                table->setCurrentIndex(table->model()->index(row, 1));
                QTest::keyClick(table, Qt::Key_Space);
                return true;
            }
        return false;
    }
};

} // namespace

class WholeWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        Theme(Theme::Scheme::Light).apply(*qApp);
    }
    void fromADroppedFileToTwoComparedRuns();

private:
    void planTheFirstRun(const Desk &desk);
    void checkFolder(const Desk &desk, const QString &id, const std::string &name, double rate);
    void compare(const Desk &desk, const QString &first, const QString &second);
};

void WholeWayTest::planTheFirstRun(const Desk &desk)
{
    desk.dropFile();
    QCOMPARE(desk.window->route().page, QStringLiteral("data"));
    QVERIFY(desk.press("dataUse"));
    QCOMPARE(desk.window->route().page, QStringLiteral("train"));
    QVERIFY(desk.press("model-bert-tiny"));
    QVERIFY(desk.next("Method")); // to the data, which the Data page has chosen
    QCOMPARE(desk.find<QLineEdit>("dataFile")->text(), desk.csv());
    QVERIFY(desk.next("Settings"));
    QVERIFY(desk.press("method-full"));
    QVERIFY(desk.next("Review"));
    desk.type("numTrainEpochs", QStringLiteral("2"));
    desk.type("learningRate", QStringLiteral("5e-4"));
    QVERIFY(desk.next("Start"));
    desk.nameRun(QStringLiteral("slow"));
}

void WholeWayTest::checkFolder(const Desk &desk, const QString &id, const std::string &name,
                               double rate)
{
    const fs::path folder = desk.fixture.path("runs") / id.toStdString();
    const Json run = readJson(folder / "run.json");
    QCOMPARE(run["name"].get<std::string>(), name);
    QCOMPARE(run["method"]["type"].get<std::string>(), std::string("full"));
    QCOMPARE(run["training"]["learning_rate"].get<double>(), rate);
    QCOMPARE(run["training"]["num_train_epochs"].get<double>(), 2.0);
    QCOMPARE(run["dataset"]["path"].get<std::string>(), desk.csv().toStdString());
    QVERIFY(fs::exists(folder / "final" / "model.safetensors"));
    const std::vector<Json> events = allEvents(folder / "events.jsonl");
    QCOMPARE(events.back()["event"].get<std::string>(), std::string("done"));
    QVERIFY(events.back()["steps"].get<int64_t>() > 0);
}

void WholeWayTest::compare(const Desk &desk, const QString &first, const QString &second)
{
    QVERIFY(desk.press("runsEntry"));
    QTRY_VERIFY(desk.find<RowTable>("runs"));
    QTRY_COMPARE(desk.find<RowTable>("runs")->model()->rowCount(), 2);
    QVERIFY(desk.tick(QStringLiteral("slow")));
    QVERIFY(desk.tick(QStringLiteral("fast")));
    QVERIFY(desk.press("compareRuns"));
    auto *comparison = desk.find<RunComparison>("runComparison");
    QVERIFY(comparison);
    QCOMPARE(desk.find<Banner>("comparability")->kind(), Banner::Good);
    for (const QString &id : {first, second})
        for (const QString &series : {id, QStringLiteral("training/") + id}) {
            const auto *curve = comparison->chart()->model().find(series);
            QVERIFY2(curve && !curve->points.empty(), qPrintable(series));
        }
    auto *table = desk.find<QTableWidget>("settingDifferences");
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->toolTip(), QStringLiteral("training.learning_rate"));
    for (int column : {1, 2}) {
        const bool slow = table->horizontalHeaderItem(column)->text() == QStringLiteral("slow");
        QCOMPARE(table->item(0, column)->text().toDouble(), slow ? 5e-4 : 2e-3);
    }
}

void WholeWayTest::fromADroppedFileToTwoComparedRuns()
{
    const Desk desk;
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    planTheFirstRun(desk);
    if (QTest::currentTestFailed())
        return;
    const QString first = desk.train();
    QVERIFY(!first.isEmpty());

    QVERIFY(desk.press("trainEntry"));
    QVERIFY(desk.press("edit4")); // the settings' line of the review
    desk.type("learningRate", QStringLiteral("2e-3"));
    QVERIFY(desk.next("Start"));
    desk.nameRun(QStringLiteral("fast"));
    const QString second = desk.train();
    QVERIFY(!second.isEmpty());
    QVERIFY(first != second);

    checkFolder(desk, first, "slow", 5e-4);
    checkFolder(desk, second, "fast", 2e-3);
    QVERIFY(filesBelow(desk.fixture.path("runs") / first.toStdString() / "final") !=
            filesBelow(desk.fixture.path("runs") / second.toStdString() / "final"));
    compare(desk, first, second);
}

QTEST_MAIN(WholeWayTest)
#include "tst_whole_way.moc"
