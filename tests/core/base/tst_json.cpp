// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/nested_message.h"

#include <QtTest>

using namespace luthier;

class tst_Json : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badTextIsRefused_data();
    void badTextIsRefused();
    void aByteOrderMarkIsSkipped();
    void keysKeepTheirOrder();
    void messagesFillTheirPlaces();
    void aMessageInAMessageCanBeSaidInAnotherLanguage();
    void numbersInMessagesIgnoreTheLocale();
};

void tst_Json::badTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("comment") << QByteArray("{\"a\": 1 /* x */}");
    QTest::newRow("NaN") << QByteArray("{\"a\": NaN}");
    QTest::newRow("trailing comma") << QByteArray("{\"a\": 1,}");
    QTest::newRow("trailing text") << QByteArray("{} {}");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\"}");
    QTest::newRow("lone surrogate") << QByteArray("{\"a\": \"\\ud800\"}");
    QTest::newRow("duplicate key") << QByteArray("{\"a\": 1, \"a\": 2}");
    QTest::newRow("100,000 levels") << QByteArray(100000, '[');
}

void tst_Json::badTextIsRefused()
{
    QFETCH(QByteArray, text);
    try {
        parseJson(text.toStdString(), "x.json");
        QFAIL("accepted");
    } catch (const Error &error) {
        QVERIFY2(QByteArray(error.what()).contains("x.json"), error.what());
    }
}

void tst_Json::aByteOrderMarkIsSkipped()
{
    QCOMPARE(parseJson("\xEF\xBB\xBF{\"a\": 1}", "x")["a"].get<int>(), 1);
}

void tst_Json::keysKeepTheirOrder()
{
    QCOMPARE(parseJson("{\"b\": 1, \"a\": 2}", "x").dump(), std::string("{\"b\":1,\"a\":2}"));
}

void tst_Json::messagesFillTheirPlaces()
{
    const Message message{
        "x", "{a} of {b}, {missing}", {{"a", int64_t(3)}, {"b", std::string("four {a}")}}};
    QCOMPARE(message.english(), std::string("3 of four {a}, {missing}"));
}

void tst_Json::aMessageInAMessageCanBeSaidInAnotherLanguage()
{
    const Message reason{"r", "Line {line} of {b}.", {{"line", int64_t(7)}, {"b", 0.5}}};
    Message message{"x", "{b} fails: {reason}", {{"b", std::string("All")}}};
    nest(message, "reason", reason);
    QCOMPARE(message.english(), std::string("All fails: Line 7 of 0.5."));
    const auto inner = nestedAt(message.values, "reason");
    QVERIFY(inner);
    QCOMPARE(inner->text, reason.text);
    QVERIFY(inner->values == reason.values);
    QVERIFY(!nestedAt(message.values, "b"));
    QVERIFY(!nestedAt(message.values, "missing"));
}

void tst_Json::numbersInMessagesIgnoreTheLocale()
{
    const char *name = setlocale(LC_ALL, "de_DE.UTF-8");
    const Message message{"x", "{a}", {{"a", 0.5}}};
    QCOMPARE(message.english(), std::string("0.5"));
    setlocale(LC_ALL, "C");
    if (!name)
        QSKIP("no de_DE locale here");
}

QTEST_APPLESS_MAIN(tst_Json)
#include "tst_json.moc"
