// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include <QTest>

using namespace luthier;
using namespace std::string_literals;

class tst_JsonArray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void keepsAside_data();
    void keepsAside();
    void refuses_data();
    void refuses();
    void anyBlockSizeGivesTheSame();
    void isToldFromJsonLines();
    void hostileBytes();
};

void tst_JsonArray::reads_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QByteArray>("lines");
    const auto add = [](const char *name, const std::string &content, const char *cells,
                        const char *lines) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(cells)
                            << QByteArray(lines);
    };
    add("one line", R"([{"text":"a","label":1},{"text":"b","label":2}])", "a|1/b|2", "1,1");
    add("an object over lines",
        "[\n  {\n    \"text\": \"a\"\n  },\n  {\n    \"text\": \"b\"\n  }\n]\n", "a/b", "2,5");
    add("brackets and quotes inside", R"([{"text":"a ], \" } [","n":[1,{"x":2}]},{"text":"b"}])",
        "a ], \" } [|[1,{\"x\":2}]/b|~", "1,1");
    add("missing keys", R"([{"a":"1"},{"b":"2"}])", "1|~/~|2", "1,1");
    add("byte order mark", "\xEF\xBB\xBF [{\"a\":\"1\"}]", "1", "1");
    add("escapes", R"([{"a":"\uD55C\n"}])", "한\\n", "1");
    add("null", R"([{"a":null,"b":true}])", "~|true", "1");
}

void tst_JsonArray::reads()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, cells);
    QFETCH(QByteArray, lines);
    const Table table = readText(content.toStdString(), "rows.json");
    QCOMPARE(shown(table), cells);
    QCOMPARE(shownLines(table), lines);
    QCOMPARE(table.facts.format, "JSON"s);
    QVERIFY(table.unreadable.empty());
}

void tst_JsonArray::keepsAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QByteArray>("aside");
    const auto add = [](const char *name, const std::string &content, const char *cells,
                        const char *aside) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(cells)
                            << QByteArray(aside);
    };
    add("E3 no object", "[\n{\"a\":1},\n2,\n{\"a\":3}]", "1/3", "3 json_no_object");
    add("E3 broken object", "[\n{\"a\":1},\n{\"a\" 2},\n{\"a\":3}]", "1/3", "3 json_colon_missing");
    add("E3 comma too many", "[\n{\"a\":1},\n\n,{\"a\":3}]", "1/3", "4 json_no_object");
    add("E3 comma at the end", "[\n{\"a\":1},\n]", "1", "");
    add("E3 key twice", "[{\"a\":1,\"a\":2},\n{\"a\":3}]", "3", "1 json_key_twice");
    add("E3 cut off", "[{\"a\":1},\n{\"a\":", "1", "2 array_not_closed");
    add("E3 cut off in a text", "[{\"a\":1},\n{\"a\":\"x]\n", "1", "2 array_not_closed");
    add("E3 more behind it", "[{\"a\":1}]\n[{\"a\":2}]", "1", "2 text_after_array");
    add("E3 too deep",
        "[{\"a\":1},\n{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}]", "1",
        "2 json_too_deep");
    add("E5 no UTF-8", "[{\"a\":1},\n{\"a\":\"\xFF\"}]", "1", "2 not_utf8");
}

void tst_JsonArray::keepsAside()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, cells);
    QFETCH(QByteArray, aside);
    const Table table = readText(content.toStdString(), "rows.json");
    QCOMPARE(shown(table), cells);
    QCOMPARE(shownAside(table), aside);
}

void tst_JsonArray::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("E1 empty array") << QByteArray("[]") << QByteArray("data.header_only");
    QTest::newRow("E1 numbers") << QByteArray("[\n1,\n2\n]\n")
                                << QByteArray("data.no_readable_row");
    QTest::newRow("never closed") << QByteArray("[{\"a\":\"" + QByteArray(3000, 'x'))
                                  << QByteArray("data.endless_element");
}

void tst_JsonArray::refuses()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, id);
    const QByteArray error = errorOf([&] {
        readText(content.toStdString(), "rows.json", {.blockSize = 64, .longestRecord = 1000});
    });
    QVERIFY2(error.startsWith(id + ": "), error.constData());
}

void tst_JsonArray::anyBlockSizeGivesTheSame()
{
    const std::string content =
        "[ {\"text\": \"a, ] \\\\\\\" b\", \"n\": [1, 2]} ,\n {\"text\": \"한\"}, 7 ]";
    const Table whole = readText(content, "rows.json");
    QCOMPARE(whole.rows(), int64_t(2));
    for (const size_t blockSize : {1, 2, 3, 7})
        QCOMPARE(shown(readText(content, "rows.json", {.blockSize = blockSize})), shown(whole));
}

void tst_JsonArray::isToldFromJsonLines()
{
    // One array a line is no array of objects.
    const QByteArray error = errorOf([] { readText("[1,2]\n[3,4]\n", "rows.jsonl"); });
    QVERIFY2(!error.startsWith("data.array"), error.constData());
    const Table table = readText("[{\"a\":1},\n{\"a\":2}]", "rows.jsonl");
    QCOMPARE(shown(table), QByteArray("1/2"));
    QVERIFY(hasMessage(table.notes, "data.content_differs"));
}

void tst_JsonArray::hostileBytes()
{
    const std::string good =
        "[{\"text\":\"first "
        "\\\"one\\\"\",\"label\":\"x\"},\n{\"text\":\"second\",\"label\":[1,{}]},\n"
        "{\"text\":\"third\",\"label\":null}]\n";
    SplitMix64 random(5);
    int read = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::string content = mutated(good, "{}[]\",:\\ \n\xFF\x00x", random);
        // A sentence or rows, never a crash.
        read += errorOf([&] { readText(content, "rows.json"); }).isEmpty();
    }
    QVERIFY(read > 1000);
}

QTEST_APPLESS_MAIN(tst_JsonArray)
#include "tst_json_array.moc"
