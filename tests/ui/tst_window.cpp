// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tiny_run.h"
#include "tests/ui/session_fixture.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation.h"
#include "ui/shell/navigation_button.h"
#include "ui/shell/theme.h"
#include "ui/shell/window_place.h"

#include <QAccessible>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <thread>

using namespace luthier;

namespace {

/// A page that remembers what it was asked to show.
class ListeningPage : public Page
{
public:
    static inline QStringList opened;
    static inline int made = 0;

    ListeningPage() : m_first(new QPushButton(this)), m_second(new QPushButton(this))
    {
        ++made;
        m_first->setObjectName(QStringLiteral("first"));
        m_second->setObjectName(QStringLiteral("second"));
        m_second->setProperty("pane", true);
        m_first->setProperty("pane", true);
        m_second->move(0, 100);
    }
    void open(const Route &route) override { opened << route.toString(); }
    QWidget *firstFocus() override { return m_second; }
    void ask(const Route &route) { Q_EMIT routeRequested(route); }
    QString text() const { return m_first->text(); }

protected:
    void setTexts() override { m_first->setText(QLocale::languageToString(QLocale().language())); }

private:
    QPushButton *m_first, *m_second;
};

Page *listeningPage(const AppContext &)
{
    return new ListeningPage;
}

const std::vector<PageInfo> testPages{
    {QStringLiteral("data"), QT_TRANSLATE_NOOP("Pages", "Data"), "data", 1, {}, listeningPage},
    {QStringLiteral("runs"), QT_TRANSLATE_NOOP("Pages", "Runs"), "runs", 2, {}, listeningPage},
    {QStringLiteral("run"), QT_TRANSLATE_NOOP("Pages", "Run"), nullptr, 2, QStringLiteral("runs"),
     listeningPage},
};

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme(Theme::Scheme::Light).apply(*qApp); }
    void init();
    void cleanup() { delete m_window; }
    void pagesAreMadeWhenFirstShown();
    void aRunBelongsToRuns();
    void keysOpenPagesInOrder();
    void altLeftGoesBack();
    void anUnknownRouteGetsASentence();
    void focusGoesToThePagesMainThing();
    void panesAreWalked();
    void navigationIsNarrowInASmallWindow();
    void ctrlBIsRemembered();
    void aDroppedFileOpensTheDataPage_data();
    void aDroppedFileOpensTheDataPage();
    void aDroppedTextDoesNot();
    void speaksKoreanAfterTheSwitchAndKeepsTheFocus();
    void anUnknownLanguageIsEnglish();
    void isNamedForScreenReaders();
    void comesBackIntoTheScreen_data();
    void comesBackIntoTheScreen();
    void placeIsRemembered();
    void closingWhileARunTrainsAsks();
    void workIsToldAndCancelledInTheStatusBar();

private:
    template <typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    ListeningPage *page(const char *name) const
    {
        return static_cast<ListeningPage *>(find<QWidget>(name));
    }
    void makeWindow(const QSize &size = {1440, 900});
    bool drop(QMimeData &data, QWidget *on);
    void answerCloseQuestion(const char *button);

    Language m_language;
    SessionFixture m_bench;
    MainWindow *m_window = nullptr;
};

void WindowTest::init()
{
    m_language.use(QLocale(QLocale::English));
    ListeningPage::opened.clear();
    ListeningPage::made = 0;
    makeWindow();
}

void WindowTest::makeWindow(const QSize &size)
{
    m_window = new MainWindow(m_bench.context, testPages);
    m_window->setMinimumSize(0, 0);
    m_window->resize(size);
    m_window->open({QStringLiteral("data"), {}});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void WindowTest::pagesAreMadeWhenFirstShown()
{
    QCOMPARE(ListeningPage::made, 1);
    QTest::mouseClick(find("runsEntry"), Qt::LeftButton);
    QTest::mouseClick(find("dataEntry"), Qt::LeftButton);
    QCOMPARE(ListeningPage::made, 2);
    QCOMPARE(ListeningPage::opened,
             QStringList({QStringLiteral("data"), QStringLiteral("runs"), QStringLiteral("data")}));
    QVERIFY(page("dataPage")->isVisible());
    QVERIFY(!page("runsPage")->isVisible());
}

void WindowTest::aRunBelongsToRuns()
{
    m_window->open(Route::parse(QStringLiteral("run/a%20b?tab=log")));
    QVERIFY(find<NavigationButton>("runsEntry")->isChecked());
    QVERIFY(!find<NavigationButton>("dataEntry")->isChecked());
    QVERIFY(!find("runEntry"));
    page("runPage")->ask({QStringLiteral("data"), {}});
    QVERIFY(find<NavigationButton>("dataEntry")->isChecked());
}

void WindowTest::keysOpenPagesInOrder()
{
    QTest::keyClick(m_window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->route().page, QStringLiteral("runs"));
    QTest::keyClick(m_window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->route().page, QStringLiteral("data"));
}

void WindowTest::altLeftGoesBack()
{
    m_window->open(Route::parse(QStringLiteral("run/a")));
    m_window->open(Route::parse(QStringLiteral("run/b")));
    QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->route().toString(), QStringLiteral("run/a"));
    QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->route().toString(), QStringLiteral("data"));
    QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->route().toString(), QStringLiteral("data"));
}

void WindowTest::anUnknownRouteGetsASentence()
{
    m_window->open(Route::parse(QStringLiteral("publish/x")));
    QWidget *unknown = find("unknownPage");
    QVERIFY(unknown && unknown->isVisible());
    QStringList texts;
    for (const QLabel *label : unknown->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY2(texts.join(u' ').contains(QStringLiteral("publish/x")), qPrintable(texts.join(u' ')));
    QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(page("dataPage")->isVisible());
}

void WindowTest::focusGoesToThePagesMainThing()
{
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("second"));
    QTest::mouseClick(find("runsEntry"), Qt::LeftButton);
    QVERIFY(page("runsPage")->isAncestorOf(QApplication::focusWidget()));
}

void WindowTest::panesAreWalked()
{
    // The status bar is a pane only while work can be cancelled in it.
    QTRY_VERIFY(!find("cancelJob")->isVisible());
    QStringList walked;
    for (int count = 0; count < 4; ++count) {
        QTest::keyClick(m_window, Qt::Key_F6);
        walked << QApplication::focusWidget()->objectName();
    }
    QCOMPARE(walked, QStringList({QStringLiteral("dataEntry"), QStringLiteral("first"),
                                  QStringLiteral("second"), QStringLiteral("dataEntry")}));
    QTest::keyClick(m_window, Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("second"));
}

void WindowTest::navigationIsNarrowInASmallWindow()
{
    auto *navigation = find<Navigation>("navigation");
    QVERIFY(!navigation->isNarrow());
    m_window->resize(1100, 700);
    QTRY_VERIFY(navigation->isNarrow());
    QCOMPARE(navigation->width(), Theme::units(7));
    QVERIFY(find("dataEntry")->toolTip().startsWith(QStringLiteral("Data")));
    m_window->resize(1440, 900);
    QTRY_VERIFY(!navigation->isNarrow());
}

void WindowTest::ctrlBIsRemembered()
{
    QTest::keyClick(m_window, Qt::Key_B, Qt::ControlModifier);
    QVERIFY(find<Navigation>("navigation")->isNarrow());
    delete m_window;
    makeWindow();
    QVERIFY(find<Navigation>("navigation")->isNarrow());
    QTest::keyClick(m_window, Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!find<Navigation>("navigation")->isNarrow());
}

bool WindowTest::drop(QMimeData &data, QWidget *on)
{
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(on, &enter);
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    event.ignore();
    QCoreApplication::sendEvent(on, &event);
    return enter.isAccepted() && event.isAccepted();
}

void WindowTest::aDroppedFileOpensTheDataPage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("folder");
    QTest::newRow("file") << QStringLiteral("mails & more.csv") << false;
    QTest::newRow("folder") << QStringLiteral("메일 & more") << true;
}

void WindowTest::aDroppedFileOpensTheDataPage()
{
    QFETCH(QString, name);
    QFETCH(bool, folder);
    const QString path = m_bench.folder.filePath(name);
    QFile file(path);
    QVERIFY(folder ? QDir().mkpath(path) : file.open(QIODevice::WriteOnly));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    m_window->open({QStringLiteral("runs"), {}});
    QVERIFY(drop(data, find("second")));
    QCOMPARE(m_window->route().page, QStringLiteral("data"));
    QCOMPARE(Route::parse(m_window->route().toString()).query.value(QStringLiteral("open")), path);
}

void WindowTest::aDroppedTextDoesNot()
{
    QMimeData text, missing;
    text.setText(QStringLiteral("hello"));
    missing.setUrls({QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all.csv"))});
    m_window->open({QStringLiteral("runs"), {}});
    QVERIFY(!drop(text, m_window));
    QVERIFY(!drop(missing, m_window));
    QCOMPARE(m_window->route().page, QStringLiteral("runs"));
}

void WindowTest::speaksKoreanAfterTheSwitchAndKeepsTheFocus()
{
    const QWidget *focus = QApplication::focusWidget();
    m_language.use(QLocale(QLocale::Korean, QLocale::SouthKorea));
    QTRY_COMPARE(find<NavigationButton>("dataEntry")->text(), QStringLiteral("데이터"));
    QVERIFY(m_window->accessibleName().contains(QStringLiteral("창")));
    QCOMPARE(page("dataPage")->text(), QStringLiteral("Korean"));
    QCOMPARE(QApplication::focusWidget(), focus);
    m_language.use(QLocale(QLocale::English));
    QTRY_COMPARE(find<NavigationButton>("dataEntry")->text(), QStringLiteral("Data"));
}

void WindowTest::anUnknownLanguageIsEnglish()
{
    m_language.use(QLocale(QLocale::Icelandic));
    QCoreApplication::processEvents();
    QCOMPARE(find<NavigationButton>("dataEntry")->text(), QStringLiteral("Data"));
}

void WindowTest::isNamedForScreenReaders()
{
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool reached = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus);
        if (!reached || page("dataPage")->isAncestorOf(widget))
            continue;
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(seen && !seen->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName()));
    }
}

void WindowTest::comesBackIntoTheScreen_data()
{
    QTest::addColumn<QRect>("window");
    QTest::addColumn<QRect>("expected");
    const QRect screen(100, 50, 1000, 700);
    QTest::newRow("inside") << QRect(150, 80, 500, 400) << QRect(150, 80, 500, 400);
    QTest::newRow("too large") << QRect(0, 0, 2000, 900) << screen;
    QTest::newRow("right of it") << QRect(5000, 80, 500, 400) << QRect(600, 80, 500, 400);
    QTest::newRow("above it") << QRect(150, -300, 500, 400) << QRect(150, 50, 500, 400);
}

void WindowTest::comesBackIntoTheScreen()
{
    QFETCH(QRect, window);
    QTEST(broughtIn(window, QRect(100, 50, 1000, 700)), "expected");
}

void WindowTest::placeIsRemembered()
{
    const QRect screen = m_window->screen()->availableGeometry();
    const QRect place(screen.topLeft() + QPoint(7, 9), screen.size() - QSize(30, 20));
    m_window->setGeometry(place);
    QTRY_COMPARE(m_window->geometry(), place);
    QVERIFY(m_window->close());
    QWidget again;
    restorePlace(&again, m_bench.view, {10, 10});
    QCOMPARE(again.geometry(), place);
}

void WindowTest::answerCloseQuestion(const char *button)
{
    QTimer::singleShot(0, this, [button] {
        QWidget *question = QApplication::activeModalWidget();
        QVERIFY(question);
        QCOMPARE(question->objectName(), QStringLiteral("closeQuestion"));
        QTest::mouseClick(question->findChild<QPushButton *>(QLatin1String(button)),
                          Qt::LeftButton);
    });
}

void WindowTest::closingWhileARunTrainsAsks()
{
    TrainingSession &training = m_bench.training;
    QVERIFY(training.start(
        tinyRequest(m_bench, "long", tinyPlan({{"type", "full"}}, {{"max_steps", 100000}}))));
    QTRY_COMPARE_WITH_TIMEOUT(training.state(), TrainingSession::State::Training, 30000);
    answerCloseQuestion("stay");
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible() && m_window->isEnabled());
    QCOMPARE(training.state(), TrainingSession::State::Training);

    answerCloseQuestion("saveAndClose");
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 30000);
    QCOMPARE(training.state(), TrainingSession::State::Idle);
    const QDir run(QString::fromStdString(m_bench.run("long").string()));
    QVERIFY(!run.entryList({QStringLiteral("checkpoint-*")}).isEmpty());
}

void WindowTest::workIsToldAndCancelledInTheStatusBar()
{
    // The list of runs is read when the window opens.
    QTRY_VERIFY(!find("cancelJob")->isVisible());
    const auto stopped = std::make_shared<std::atomic<bool>>(false);
    const auto answered = std::make_shared<bool>(false);
    m_bench.jobs.start(
        Jobs::Lane::Computing, QStringLiteral("slow"), this,
        [stopped](std::stop_token stop, const ProgressHandler &onProgress) {
            onProgress({{"test.phase", "Reading {file}", {{"file", "mails.csv"}}}, 1, 4});
            while (!stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            *stopped = true;
            return Result<int>(1);
        },
        [answered](const Result<int> &) { *answered = true; });
    QTRY_COMPARE(find<QLabel>("job")->text(), QStringLiteral("Reading mails.csv (25%)"));
    QVERIFY(find("job")->isVisible());
    QVERIFY(find("cancelJob")->isVisible());
    QVERIFY(!*stopped);
    QTest::mouseClick(find("cancelJob"), Qt::LeftButton);
    QTRY_VERIFY(*stopped);
    QVERIFY(!find("cancelJob")->isVisible());
    QVERIFY(!find("job")->isVisible());
    QVERIFY(!*answered);
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
