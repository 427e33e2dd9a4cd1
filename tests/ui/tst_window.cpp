// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QTest>

using luthier::Language;
using luthier::MainWindow;
using luthier::Theme;

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme(Theme::Scheme::Light).apply(*qApp); }
    void init() { m_language.use(QLocale(QLocale::English)); }
    void opensWithNameAndAdvice();
    void isNamedForScreenReaders();
    void speaksKoreanAfterTheSwitch();
    void anUnknownLanguageIsEnglish();
    void textsFitTheSmallestWindow();

private:
    static QString text(const MainWindow &window, const char *label)
    {
        return window.findChild<QLabel *>(QLatin1String(label))->text();
    }

    Language m_language;
};

void WindowTest::opensWithNameAndAdvice()
{
    MainWindow window(QStringLiteral("/tmp/my workspace"));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.windowTitle(), QStringLiteral("Luthier"));
    QVERIFY(text(window, "advice").contains(QStringLiteral("luthier-cli init")));
    QVERIFY(text(window, "advice").contains(QStringLiteral("/tmp/my workspace")));
}

void WindowTest::isNamedForScreenReaders()
{
    MainWindow window(QStringLiteral("/tmp"));
    QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&window);
    QVERIFY(seen);
    QVERIFY(seen->text(QAccessible::Name).contains(QStringLiteral("Luthier")));
    QAccessibleInterface *centre = QAccessible::queryAccessibleInterface(window.centralWidget());
    QVERIFY(!centre->text(QAccessible::Name).isEmpty());
    QVERIFY(!centre->text(QAccessible::Description).isEmpty());
}

void WindowTest::speaksKoreanAfterTheSwitch()
{
    MainWindow window(QStringLiteral("/tmp"));
    window.show();
    const QString english = text(window, "title");
    m_language.use(QLocale(QLocale::Korean, QLocale::SouthKorea));
    QTRY_COMPARE(text(window, "title"), QStringLiteral("내 데이터로 모델 미세 조정"));
    QVERIFY(text(window, "advice").contains(QStringLiteral("실행")));
    QVERIFY(window.accessibleName().contains(QStringLiteral("창")));
    m_language.use(QLocale(QLocale::English));
    QTRY_COMPARE(text(window, "title"), english);
}

void WindowTest::anUnknownLanguageIsEnglish()
{
    MainWindow window(QStringLiteral("/tmp"));
    const QString english = text(window, "title");
    m_language.use(QLocale(QLocale::Icelandic));
    QCoreApplication::processEvents();
    QCOMPARE(text(window, "title"), english);
}

void WindowTest::textsFitTheSmallestWindow()
{
    for (const QLocale::Language language : {QLocale::English, QLocale::Korean}) {
        m_language.use(QLocale(language));
        MainWindow window(QStringLiteral("/tmp/") + QString(200, QLatin1Char('w')));
        window.resize(window.minimumSize());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            QVERIFY(window.rect().contains(QRect(label->mapTo(&window, QPoint()), label->size())));
            QVERIFY(label->height() >= label->heightForWidth(label->width()));
        }
    }
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
