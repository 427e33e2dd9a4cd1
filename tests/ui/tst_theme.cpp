// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"
#include "ui/shell/style_sheet.h"
#include "ui/shell/theme.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QDirIterator>
#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using luthier::Appearance;
using luthier::Theme;
using Token = luthier::Theme::Token;

Q_DECLARE_METATYPE(Theme::Token)

namespace {

QStringList sources(const QString &folder)
{
    QStringList paths;
    QDirIterator files(QStringLiteral(LUTHIER_TEST_DATA "/../../") + folder,
                       {QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("*.qss")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    return paths;
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The places in the files where `pattern` matches.
QStringList matches(const QStringList &paths, const QString &pattern)
{
    const QRegularExpression wanted(pattern);
    QStringList found;
    for (const QString &path : paths) {
        const QRegularExpressionMatch match = wanted.match(read(path));
        if (match.hasMatch())
            found.append(path + QStringLiteral(": ") + match.captured());
    }
    return found;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag();
    void pairsCanBeRead_data();
    void pairsCanBeRead();
    void seriesStandOutFromTheirGround();
    void seriesDifferInDashAndMarkerToo();
    void darkDesktopGivesDarkScheme();
    void moreContrastUsesTheDesktopsColors();
    void colorsAreWrittenInOnePlace();
    void sizesOfTextAreNeverPixels();
    void styleSheetHasNoOpenPlaces();
    void choiceTakesEffectAtOnce();
    void unitsGrowWithTheFont();
    void everyIconDrawsAndIsTinted();
    void iconsUsedByNameExist();
};

void ThemeTest::contrastIsThatOfWcag()
{
    QCOMPARE(qRound(Theme::contrast(Qt::black, Qt::white)), 21);
    QCOMPARE(Theme::contrast(Qt::red, Qt::red), 1.0);
    // The WCAG understanding document's own example of the 4.5 limit.
    QVERIFY(qAbs(Theme::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void ThemeTest::pairsCanBeRead_data()
{
    QTest::addColumn<Token>("mark");
    QTest::addColumn<Token>("ground");
    QTest::addColumn<double>("least");
    const auto add = [](const char *name, Token mark, Token ground, double least) {
        QTest::addRow("%s on %d", name, int(ground)) << mark << ground << least;
    };
    for (const Token ground :
         {Token::Window, Token::Base, Token::Alternate, Token::Side, Token::Soft}) {
        add("text", Token::Text, ground, 4.5);
        add("secondary", Token::SecondaryText, ground, 4.5);
    }
    for (const Token ground : {Token::Window, Token::Base, Token::Alternate, Token::Side})
        add("off", Token::Off, ground, 4.5);
    add("on accent", Token::OnAccent, Token::Accent, 4.5);
    add("on pressed accent", Token::OnAccent, Token::AccentText, 4.5);
    for (const Token ground : {Token::Window, Token::Base, Token::Side, Token::AccentSoft})
        add("accent text", Token::AccentText, ground, 4.5);
    add("text", Token::Text, Token::AccentSoft, 4.5);
    const std::pair<Token, Token> kinds[]{{Token::Info, Token::InfoSoft},
                                          {Token::Warning, Token::WarningSoft},
                                          {Token::Error, Token::ErrorSoft},
                                          {Token::Good, Token::GoodSoft}};
    for (const auto &[text, soft] : kinds) {
        add("kind", text, soft, 4.5);
        add("kind", text, Token::Base, 4.5);
        add("kind", text, Token::Window, 4.5);
        add("text", Token::Text, soft, 4.5);
    }
    add("border", Token::Strong, Token::Base, 3);
    add("border", Token::Strong, Token::Window, 3);
    add("accent", Token::Accent, Token::Base, 3);
    add("focus ring", Token::Accent, Token::Window, 3);
    add("focus ring", Token::Accent, Token::Side, 3);
    add("warning mark", Token::WarningMark, Token::Base, 3);
    add("error mark", Token::ErrorMark, Token::Base, 3);
}

void ThemeTest::pairsCanBeRead()
{
    QFETCH(Token, mark);
    QFETCH(Token, ground);
    QFETCH(double, least);
    for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        const Theme theme(scheme);
        const double contrast = Theme::contrast(theme.color(mark), theme.color(ground));
        QVERIFY2(contrast >= least,
                 qPrintable(QStringLiteral("%1 in scheme %2").arg(contrast).arg(int(scheme))));
    }
}

void ThemeTest::seriesStandOutFromTheirGround()
{
    for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        const Theme theme(scheme);
        for (int i = 1; i <= Theme::seriesCount; ++i) {
            const double contrast =
                Theme::contrast(theme.series(i).color, theme.color(Token::Base));
            QVERIFY2(contrast >= 3, qPrintable(QString::number(contrast)));
            // The last value of the first three is written in their colour.
            QVERIFY(i > 3 || contrast >= 4.5);
        }
        QCOMPARE(theme.series(0).color, theme.color(Token::Strong));
    }
}

void ThemeTest::seriesDifferInDashAndMarkerToo()
{
    const Theme theme(Theme::Scheme::Light);
    for (int a = 1; a <= Theme::seriesCount; ++a) {
        for (int b = a + 1; b <= Theme::seriesCount; ++b) {
            QVERIFY(theme.series(a).dash != theme.series(b).dash);
            QVERIFY(theme.series(a).marker != theme.series(b).marker);
        }
    }
}

void ThemeTest::darkDesktopGivesDarkScheme()
{
    QCOMPARE(Theme::systemScheme(Theme(Theme::Scheme::Dark).palette()), Theme::Scheme::Dark);
    QCOMPARE(Theme::systemScheme(Theme(Theme::Scheme::Light).palette()), Theme::Scheme::Light);
}

void ThemeTest::moreContrastUsesTheDesktopsColors()
{
    QPalette desktop;
    desktop.setColor(QPalette::Window, Qt::black);
    desktop.setColor(QPalette::Base, Qt::black);
    desktop.setColor(QPalette::WindowText, Qt::yellow);
    desktop.setColor(QPalette::Text, Qt::yellow);
    desktop.setColor(QPalette::Highlight, Qt::cyan);
    desktop.setColor(QPalette::HighlightedText, Qt::black);
    const Theme theme = Theme::highContrast(desktop);
    const QList<QColor> own{Qt::black, Qt::yellow, Qt::cyan,
                            desktop.color(QPalette::Disabled, QPalette::Text)};
    for (int i = 0; i < Theme::tokenCount; ++i)
        QVERIFY2(own.contains(theme.color(Token(i))), qPrintable(QString::number(i)));
    for (int i = 1; i <= Theme::seriesCount; ++i)
        QCOMPARE(theme.series(i).color, QColor(Qt::yellow));
    QCOMPARE(theme.borderWidth(), 2);
    QVERIFY(theme.palette() == desktop);
    // A highlight too pale for a ring is not used for one.
    desktop.setColor(QPalette::Highlight, QColor(0x20, 0x20, 0x20));
    QCOMPARE(Theme::highContrast(desktop).color(Token::Accent), QColor(Qt::yellow));
}

void ThemeTest::colorsAreWrittenInOnePlace()
{
    QStringList files = sources(QStringLiteral("ui")) + sources(QStringLiteral("resources/styles"));
    QVERIFY(files.size() > 20);
    QVERIFY(files.removeIf([](const QString &path) {
        return path.endsWith(QLatin1String("shell/theme.cpp"));
    }) == 1);
    const QStringList found =
        matches(files, QStringLiteral(
                           "#[0-9A-Fa-f]{6}\\b|#[0-9A-Fa-f]{3}\\b|0x[fF]{2}[0-9A-Fa-f]{6}\\b|"
                           "QColor\\(\\s*[\"0-9]|QColor\\(QStringLiteral|\\bqRgba?\\(|"
                           "Qt::(white|black|red|green|blue|gray|darkGray|lightGray|yellow)\\b"));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void ThemeTest::sizesOfTextAreNeverPixels()
{
    const QStringList found =
        matches(sources(QStringLiteral("ui")) + sources(QStringLiteral("resources/styles")),
                QStringLiteral("setPixelSize|font-size:\\s*[0-9.]+px"));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void ThemeTest::styleSheetHasNoOpenPlaces()
{
    for (const Theme &theme :
         {Theme(Theme::Scheme::Light), Theme(Theme::Scheme::Dark), Theme::highContrast({})}) {
        const QString sheet = luthier::styleSheet(theme);
        QVERIFY(sheet.contains(QLatin1String("QLabel")));
        QVERIFY2(!sheet.contains(QLatin1Char('@')), qPrintable(sheet));
        QVERIFY(sheet.contains(theme.color(Token::SecondaryText).name()));
    }
}

void ThemeTest::choiceTakesEffectAtOnce()
{
    const QPalette before = qApp->palette();
    Appearance appearance(*qApp);
    QSignalSpy applied(&appearance, &Appearance::applied);
    for (const auto choice : {Appearance::Dark, Appearance::Light, Appearance::Dark}) {
        appearance.setChoice(choice);
        const auto scheme = choice == Appearance::Dark ? Theme::Scheme::Dark : Theme::Scheme::Light;
        QCOMPARE(Theme::current().scheme(), scheme);
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme(scheme).color(Token::Window));
        QVERIFY(qApp->styleSheet().contains(Theme(scheme).color(Token::Line).name()));
    }
    QCOMPARE(applied.count(), 3);
    appearance.setMoreContrast(true);
    QVERIFY(Theme::current().isHighContrast());
    QCOMPARE(qApp->palette().color(QPalette::Window), before.color(QPalette::Window));
    appearance.setMoreContrast(false);
    QVERIFY(!Theme::current().isHighContrast());
}

void ThemeTest::unitsGrowWithTheFont()
{
    QFont font = Theme::systemFont();
    font.setPointSizeF(10);
    Theme(Theme::Scheme::Light).apply(*qApp, font);
    QCOMPARE(Theme::unit(), 8);
    QCOMPARE(luthier::iconSize(18), 18);
    font.setPointSizeF(20);
    Theme(Theme::Scheme::Light).apply(*qApp, font);
    QCOMPARE(Theme::unit(), 16);
    QCOMPARE(luthier::iconSize(18), 36);
    QCOMPARE(Theme::font(Theme::Type::Caption).pointSizeF(), 18.0);
    QVERIFY(qApp->styleSheet().contains(QLatin1String("18pt")));
    QVERIFY(Theme::systemFont().pointSizeF() >= 10);
}

void ThemeTest::everyIconDrawsAndIsTinted()
{
    Theme(Theme::Scheme::Light).apply(*qApp);
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
    QVERIFY(files.size() >= 50);
    for (const QString &file : files) {
        const QIcon icon = luthier::icon(file.chopped(4));
        for (const auto &[mode, token] :
             {std::pair(QIcon::Normal, Token::Text), std::pair(QIcon::Disabled, Token::Off),
              std::pair(QIcon::Selected, Token::OnAccent)}) {
            for (const int side : {14, 18, 24, 54}) {
                const QPixmap pixmap = icon.pixmap(QSize(side, side), mode);
                const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
                int inked = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        const QColor pixel = image.pixelColor(x, y);
                        if (pixel.alpha() < 150)
                            continue;
                        ++inked;
                        const QColor wanted = Theme::current().color(token);
                        // What is half covered has lost the last bits.
                        QVERIFY(qAbs(pixel.red() - wanted.red()) <= 2 &&
                                qAbs(pixel.green() - wanted.green()) <= 2 &&
                                qAbs(pixel.blue() - wanted.blue()) <= 2);
                    }
                }
                QVERIFY2(inked > 0 || side < 24, qPrintable(file));
            }
        }
    }
    QTest::ignoreMessage(QtWarningMsg, "There is no icon called nothing.");
    QVERIFY(luthier::icon(QStringLiteral("nothing")).isNull());
}

void ThemeTest::iconsUsedByNameExist()
{
    const QRegularExpression use(
        QStringLiteral("(?:\\bicon|\\bdrawIcon|\\bsetIcon|IconLabel)\\((?:painter, |\\*painter, )?"
                       "QStringLiteral\\(\"([a-z-]+)\"\\)"));
    int seen = 0;
    for (const QString &path : sources(QStringLiteral("ui"))) {
        for (auto it = use.globalMatch(read(path)); it.hasNext(); ++seen) {
            const QString name = it.next().captured(1);
            QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name)),
                     qPrintable(path + QStringLiteral(": ") + name));
        }
    }
    QVERIFY(seen > 5);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
