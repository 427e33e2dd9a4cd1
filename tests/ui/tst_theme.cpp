// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"

#include <QTest>

using luthier::Theme;

Q_DECLARE_METATYPE(Theme::Token)

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag();
    void textCanBeRead_data();
    void textCanBeRead();
    void darkDesktopGivesDarkScheme();
};

void ThemeTest::contrastIsThatOfWcag()
{
    QCOMPARE(qRound(Theme::contrast(Qt::black, Qt::white)), 21);
    QCOMPARE(Theme::contrast(Qt::red, Qt::red), 1.0);
    // The WCAG understanding document's own example of the 4.5 limit.
    QVERIFY(qAbs(Theme::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void ThemeTest::textCanBeRead_data()
{
    using Token = Theme::Token;
    QTest::addColumn<Token>("text");
    QTest::addColumn<Token>("ground");
    QTest::addColumn<double>("least");
    for (const Token ground : {Token::Window, Token::Base, Token::Alternate, Token::Soft}) {
        QTest::addRow("text on %d", int(ground)) << Token::Text << ground << 4.5;
        QTest::addRow("secondary on %d", int(ground)) << Token::SecondaryText << ground << 4.5;
    }
    QTest::newRow("disabled") << Token::Off << Token::Base << 4.5;
    QTest::newRow("disabled on window") << Token::Off << Token::Window << 4.5;
    QTest::newRow("accent") << Token::OnAccent << Token::Accent << 4.5;
    QTest::newRow("link") << Token::AccentText << Token::Base << 4.5;
    QTest::newRow("border") << Token::Strong << Token::Base << 3.0;
}

void ThemeTest::textCanBeRead()
{
    QFETCH(Theme::Token, text);
    QFETCH(Theme::Token, ground);
    QFETCH(double, least);
    for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        const Theme theme(scheme);
        const double contrast = Theme::contrast(theme.color(text), theme.color(ground));
        QVERIFY2(contrast >= least, qPrintable(QString::number(contrast)));
    }
}

void ThemeTest::darkDesktopGivesDarkScheme()
{
    QCOMPARE(Theme::systemScheme(Theme(Theme::Scheme::Dark).palette()), Theme::Scheme::Dark);
    QCOMPARE(Theme::systemScheme(Theme(Theme::Scheme::Light).palette()), Theme::Scheme::Light);
}

QTEST_GUILESS_MAIN(ThemeTest)
#include "tst_theme.moc"
