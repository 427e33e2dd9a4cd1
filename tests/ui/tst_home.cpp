// SPDX-License-Identifier: GPL-3.0-or-later
// Home and Settings, driven by object names.
#include "tests/ui/pictures/stored_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/pages/home/home_page.h"
#include "ui/pages/runs/runs_source.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/shell/language.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace luthier;

class HomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyWorkspaceShowsTheFirstSteps();
    void theSampleIsOfferedWhereItIs();
    void theSampleBecomesThePlan();
    void runsReplaceTheFirstSteps();
    void aRunOpensByClickAndByKey();
    void anInterruptedRunIsOffered();
    void languageIsSwitchedAndRemembered();
    void themeIsSwitchedAndRemembered();

private:
    struct Shown
    {
        SessionFixture fixture;
        HomePage page{fixture.context};
        QList<Route> asked;

        Shown()
        {
            QObject::connect(&page, &Page::routeRequested, &page,
                             [this](const Route &route) { asked << route; });
        }
        void show()
        {
            page.open({QStringLiteral("home"), {}});
            page.resize(1200, 800);
            page.show();
            fixture.runs.refresh();
            QTRY_VERIFY(fixture.runs.isRead() && fixture.jobs.running().empty());
        }
        template <typename Widget = QWidget>
        Widget *find(const char *name)
        {
            for (Widget *widget : page.findChildren<Widget *>(QLatin1String(name)))
                if (widget->isVisible())
                    return widget;
            return nullptr;
        }
        void placeSample()
        {
            const QDir workspace(fixture.folder.path());
            workspace.mkpath(QStringLiteral("models/minilm-l6"));
            workspace.mkpath(QStringLiteral("datasets/reuters-r8"));
            for (const char *name : {"train.csv", "test.csv"}) {
                QFile file(workspace.filePath(QStringLiteral("datasets/reuters-r8/") +
                                              QLatin1String(name)));
                QVERIFY(file.open(QIODevice::WriteOnly));
            }
        }
    };
};

void HomeTest::anEmptyWorkspaceShowsTheFirstSteps()
{
    Shown home;
    home.show();
    QVERIFY(home.find("openData"));
    QVERIFY(!home.find("recentRunsTable"));
    QTest::mouseClick(home.find("newTraining"), Qt::LeftButton);
    QCOMPARE(home.asked.size(), 1);
    QCOMPARE(home.asked[0].page, QStringLiteral("train"));
}

void HomeTest::theSampleIsOfferedWhereItIs()
{
    qputenv("XDG_CACHE_HOME", "/nowhere");
    Shown without, with;
    without.show();
    QVERIFY(!without.find("runSample"));
    with.placeSample();
    with.show();
    QVERIFY(with.find("runSample"));
}

void HomeTest::theSampleBecomesThePlan()
{
    Shown home;
    home.placeSample();
    home.show();
    QTest::mouseClick(home.find("runSample"), Qt::LeftButton);
    QCOMPARE(home.asked.size(), 1);
    QCOMPARE(home.asked[0].toString(), QStringLiteral("train?step=review"));
    const auto model = home.fixture.plan.value("/model/path");
    QCOMPARE(QString::fromStdString(model.value()),
             home.fixture.folder.filePath(QStringLiteral("models/minilm-l6")));
    QVERIFY(home.fixture.plan.value("/method/type") == Json("lora"));
    home.fixture.plan.undoStack().undo();
    QVERIFY(!home.fixture.plan.value("/model/path"));
}

void HomeTest::runsReplaceTheFirstSteps()
{
    Shown home;
    pictures::store(home.fixture, {.name = "first"});
    pictures::store(home.fixture, {.name = "second", .state = RunState::Failed, .lastStep = 40});
    home.show();
    QTRY_VERIFY(home.find("recentRunsTable"));
    const QAbstractItemModel *model = home.find<QTableView>("recentRunsTable")->model();
    QTRY_COMPARE(model->rowCount(), 2);
    QStringList names;
    for (int row = 0; row < 2; ++row) {
        const auto text = [&](int column) { return model->index(row, column).data().toString(); };
        names << text(RunsSource::Name) + u' ' + text(RunsSource::Status);
    }
    names.sort();
    QCOMPARE(names, QStringList({QStringLiteral("first Done"), QStringLiteral("second Failed")}));
    QVERIFY(!home.find("sample"));
}

void HomeTest::aRunOpensByClickAndByKey()
{
    Shown home;
    const std::string id = pictures::store(home.fixture, {.name = "one"});
    home.show();
    QTRY_VERIFY(home.find("recentRunsTable"));
    auto *table = home.find<QTableView>("recentRunsTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const QModelIndex name = table->model()->index(0, RunsSource::Name);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(name).center());
    table->setFocus();
    table->setCurrentIndex(name);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(home.asked.size(), 2);
    for (const Route &route : home.asked) {
        QCOMPARE(route.page, QStringLiteral("run"));
        QCOMPARE(route.item.toStdString(), id);
    }
}

void HomeTest::anInterruptedRunIsOffered()
{
    Shown home;
    pictures::store(home.fixture, {.name = "lost", .state = RunState::Interrupted, .lastStep = 41});
    home.show();
    QTRY_VERIFY(home.find("continueRun"));
    QStringList texts;
    for (const QLabel *label : home.page.findChildren<QLabel *>())
        texts << label->text();
    QVERIFY(texts.contains(QStringLiteral("lost was interrupted at step 41.")));
    QTest::mouseClick(home.find("later"), Qt::LeftButton);
    QVERIFY(!home.find("continueRun"));
}

void HomeTest::languageIsSwitchedAndRemembered()
{
    SessionFixture fixture;
    Preferences(fixture.view).apply();
    SettingsPage page(fixture.context);
    page.show();
    auto *language = page.findChild<QComboBox *>(QStringLiteral("language"));
    language->setFocus();
    QTest::keyClick(language, Qt::Key_End); // the last one: Korean
    QTRY_COMPARE(page.accessibleName(), QStringLiteral("설정"));
    QCOMPARE(QLocale().language(), QLocale::Korean);
    QCOMPARE(Preferences(fixture.view).language(), QStringLiteral("ko"));
    QTest::keyClick(language, Qt::Key_Up);
    QTRY_COMPARE(page.accessibleName(), QStringLiteral("Settings"));
    QCOMPARE(Preferences(fixture.view).language(), QStringLiteral("en"));
}

void HomeTest::themeIsSwitchedAndRemembered()
{
    SessionFixture fixture;
    SettingsPage page(fixture.context);
    page.show();
    QWidget *scheme = page.findChild<QWidget *>(QStringLiteral("scheme"));
    const auto buttons = scheme->findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), 3);
    QTest::mouseClick(buttons[2], Qt::LeftButton);
    QCOMPARE(Theme::current().scheme(), Theme::Scheme::Dark);
    QCOMPARE(Preferences(fixture.view).theme(), Appearance::Dark);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(Theme::current().scheme(), Theme::Scheme::Light);
}

QTEST_MAIN(HomeTest)
#include "tst_home.moc"
