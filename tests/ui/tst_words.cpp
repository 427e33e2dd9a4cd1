// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"
#include "ui/shell/particles.h"
#include "ui/shell/words.h"

#include <QTest>
#include <QTranslator>

#include <cmath>
#include <limits>

namespace words = luthier::words;
using luthier::Message;

namespace {

/// Stands for the program's Korean file.
class Korean : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (qstrcmp(context, "Messages") == 0 && qstrcmp(source, "Loss rose from {x} to {y}.") == 0)
            return QStringLiteral("손실이 {x}에서 {y|으로/로} 올랐습니다.");
        if (qstrcmp(context, "Words") == 0 && qstrcmp(source, "%1 min %2 s") == 0)
            return QStringLiteral("%1분 %2초");
        return {};
    }
    bool isEmpty() const override { return false; }
};

/// The no-break spaces between number and unit, as plain ones.
QString plain(QString text)
{
    return text.replace(u'\u00A0', u' ');
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void particlesFollowTheLastSound_data();
    void particlesFollowTheLastSound();
    void messagesAreFilledByLocale();
    void aPlaceWithoutValueStays();
    void messagesAreTranslated();
    void numbers_data();
    void numbers();
    void numbersFollowTheLocale();
    void durations_data();
    void durations();
    void unitsNeverBreakFromTheirNumber();
    void sizes();
};

void WordsTest::particlesFollowTheLastSound_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("particle");
    const auto row = [](const char *value, const char *choice, const char *particle) {
        QTest::addRow("%s + %s", value, choice)
            << QString::fromUtf8(value) << QString::fromUtf8(choice) << QString::fromUtf8(particle);
    };
    row("모델", "을/를", "을");
    row("메모리", "을/를", "를");
    row("모델", "으로/로", "로"); // ㄹ
    row("형식", "으로/로", "으로");
    row("스팸", "이라고만/라고만", "이라고만");
    row("모델", "이라고만/라고만", "이라고만");
    row("광고", "이라고만/라고만", "라고만");
    for (const char *digit : {"0", "3", "6"})
        row(digit, "으로/로", "으로");
    for (const char *digit : {"1", "7", "8", "2", "4", "5", "9"})
        row(digit, "으로/로", "로");
    for (const char *digit : {"0", "1", "3", "6", "7", "8"})
        row(digit, "을/를", "을");
    for (const char *digit : {"2", "4", "5", "9"})
        row(digit, "을/를", "를");
    row("1,200", "이/가", "이");
    row("spam", "이/가", "이");
    row("HTML", "으로/로", "로");
    row("earn", "으로/로", "으로");
    row("data", "을/를", "을(를)");
    row("data", "으로/로", "(으)로");
    row("trade", "이라고만/라고만", "(이)라고만");
    row("“메모리”", "을/를", "를");
    row("mails (3)", "을/를", "을");
    row("“(메일)’”", "와/과", "와");
    row("", "을/를", "을(를)");
}

void WordsTest::particlesFollowTheLastSound()
{
    QFETCH(QString, value);
    QFETCH(QString, choice);
    QTEST(luthier::particleAfter(value, choice), "particle");
}

void WordsTest::messagesAreFilledByLocale()
{
    const Message message{"x",
                          "{file}, line {line}: {share} of {rows}",
                          {{"file", "a {line}.csv"},
                           {"line", int64_t(1207)},
                           {"share", 0.06124},
                           {"rows", int64_t(5838)}}};
    QCOMPARE(words::of(message), QStringLiteral("a {line}.csv, line 1,207: 0.06124 of 5,838"));
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(words::of(message), QStringLiteral("a {line}.csv, line 1.207: 0,06124 of 5.838"));
}

void WordsTest::aPlaceWithoutValueStays()
{
    QCOMPARE(words::of(Message{"x", "{a} and {b", {}}), QStringLiteral("{a} and {b"));
}

void WordsTest::messagesAreTranslated()
{
    Korean korean;
    QVERIFY(QCoreApplication::installTranslator(&korean));
    const auto rose = [](double to) {
        return words::of(Message{"x", "Loss rose from {x} to {y}.", {{"x", 0.0612}, {"y", to}}});
    };
    QCOMPARE(rose(0.1086), QStringLiteral("손실이 0.0612에서 0.1086으로 올랐습니다."));
    QCOMPARE(rose(0.1), QStringLiteral("손실이 0.0612에서 0.1로 올랐습니다."));
    QCOMPARE(words::duration(318), QStringLiteral("5분 18초"));
}

void WordsTest::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("loss") << 0.0312 << QStringLiteral("0.0312");
    QTest::newRow("rounded") << 0.123456 << QStringLiteral("0.1235");
    QTest::newRow("rate") << 2e-5 << QStringLiteral("2e-5");
    QTest::newRow("small") << -3.25e-12 << QStringLiteral("-3.25e-12");
    QTest::newRow("whole") << 3.0 << QStringLiteral("3");
    QTest::newRow("thousands") << 1234567.0 << QStringLiteral("1,234,567");
    QTest::newRow("large") << 1e20 << QStringLiteral("1e20");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    QTest::newRow("not a number") << std::nan("") << QStringLiteral("NaN");
    QTest::newRow("infinite") << -std::numeric_limits<double>::infinity() << QStringLiteral("-∞");
}

void WordsTest::numbers()
{
    QFETCH(double, value);
    QTEST(words::number(value), "text");
}

void WordsTest::numbersFollowTheLocale()
{
    QCOMPARE(words::whole(-12345), QStringLiteral("-12,345"));
    QCOMPARE(words::fixed(0.968), QStringLiteral("0.9680"));
    QCOMPARE(words::percent(0.978), QStringLiteral("97.8%"));
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(words::whole(12345), QStringLiteral("12.345"));
    QCOMPARE(words::fixed(0.968), QStringLiteral("0,9680"));
    QCOMPARE(plain(words::percent(0.978)), QStringLiteral("97,8 %"));
    QCOMPARE(words::number(2.5e-5), QStringLiteral("2,5e-5"));
}

void WordsTest::durations_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << 59.4 << QStringLiteral("59 s");
    QTest::newRow("next minute") << 59.6 << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << 318.0 << QStringLiteral("5 min 18 s");
    QTest::newRow("hours to the minute") << 3 * 3600 + 89.0 << QStringLiteral("3 h 1 min");
    QTest::newRow("negative") << -5.0 << QStringLiteral("0 s");
    QTest::newRow("unknown") << std::nan("") << QStringLiteral("–");
}

void WordsTest::durations()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(plain(words::duration(seconds)), text);
}

void WordsTest::unitsNeverBreakFromTheirNumber()
{
    QCOMPARE(words::duration(318), QStringLiteral("5\u00A0min 18\u00A0s"));
    QCOMPARE(words::bytes(1.2e9), QStringLiteral("1.2\u00A0GB"));
}

void WordsTest::sizes()
{
    QCOMPARE(plain(words::bytes(512)), QStringLiteral("512 B"));
    QCOMPARE(plain(words::bytes(999.7e3)), QStringLiteral("1.0 MB"));
    QCOMPARE(plain(words::bytes(637e6)), QStringLiteral("637 MB"));
    QCOMPARE(plain(words::bytes(5e15)), QStringLiteral("5,000 TB"));
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
