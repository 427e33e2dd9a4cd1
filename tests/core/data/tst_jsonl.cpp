// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include <QTest>

using namespace luthier;
using namespace std::string_literals;

class tst_Jsonl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOrReports_data();
    void readsOrReports();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void refuses_data();
    void refuses();
    void contentDecidesOverTheName_data();
    void contentDecidesOverTheName();
    void mixedKindsAreSaid();
    void columnsThatComeLate();
    void keysWithoutEnd();
    void aLineOfTenMegabytes();
    void mutatedFilesAddUp();
};

void tst_Jsonl::readsOrReports_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("aside");
    const auto add = [](const char *name, const std::string &content, const char *names,
                        const char *rows, const char *lines, const char *aside = "") {
        QTest::newRow(name) << content << QByteArray(names) << QByteArray(rows) << QByteArray(lines)
                            << QByteArray(aside);
    };
    add("plain",
        R"({"text": "a", "label": "x"})"
        "\n"
        R"({"label": "y", "text": "b"})",
        "text|label", "a|x/b|y", "1,2");
    add("missing keys, null and empty", "{\"a\":\"1\"}\n{\"b\":null}\n{\"b\":\"\"}\n{}\n", "a|b",
        "1|~/~|~/~|/~|~", "1,2,3,4");
    add("numbers as written",
        R"({"a":1,"b":1.50,"c":-0,"d":1e400,"e":12345678901234567890,"f":true})", "a|b|c|d|e|f",
        "1|1.50|-0|1e400|12345678901234567890|true", "1");
    add("nested values stay JSON", R"({"a":[1, {"b":"\u00e9"}],"c":{ }})", "a|c",
        R"([1, {"b":"\u00e9"}]|{ })", "1");
    add("escapes", R"({"a":"\"\\\/\n\r\t\u0041\u00e9\uD55C\ud834\udd1e"})", "a",
        "\"\\/\\n\\r\tAé한𝄞", "1");
    add("E3 byte order mark, CRLF, blank lines",
        "\xEF\xBB\xBF{\"a\":\"1\"}\r\n\r\n  \n{\"a\":\"2\"}\r\n", "a", "1/2", "1,4");
    add("E3 bad line in the middle", "{\"a\":\"1\"}\n{\"a\":\"2\"\n{\"a\":\"3\"}\n", "a", "1/3",
        "1,3", "2 json_too_short");
    add("E3 first line bad", "{\"a\":}\n{\"a\":\"3\"}\n", "a", "3", "2", "1 json_not_a_value");
    add("E3 trailing comma", "{\"a\":\"1\",}\n{\"a\":\"2\"}\n", "a", "2", "2",
        "1 json_key_missing");
    add("E3 number overflow is kept as text", "{\"a\":1e999999999999999999999}\n", "a",
        "1e999999999999999999999", "1");
    add("E3 other values than objects", "{\"a\":\"1\"}\n[1]\n\"x\"\n3\n", "a", "1", "1",
        "2 json_no_object; 3 json_no_object; 4 json_no_object");
    add("E2 zero byte and invalid UTF-8", "{\"a\":\"1\"}\n{\"a\":\"\0\"}\n{\"a\":\"\xE9\"}\n"s, "a",
        "1", "1", "2 zero_byte; 3 not_utf8");
    add("Korean keys", "{\"텍스트\":\"안녕\"}\n", "텍스트", "안녕", "1");
}

void tst_Jsonl::readsOrReports()
{
    QFETCH(std::string, content);
    QFETCH(QByteArray, names);
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, aside);
    for (const size_t blockSize : {size_t(1) << 20, size_t(1), size_t(9)}) {
        const Table table = readText(content, "rows.jsonl", {.blockSize = blockSize});
        QCOMPARE(shownNames(table), names);
        QCOMPARE(shown(table), rows);
        QCOMPARE(shownLines(table), lines);
        QCOMPARE(shownAside(table), aside);
        QCOMPARE(hasMessage(table.notes, "data.kept_aside"), !aside.isEmpty());
        QCOMPARE(accountedLines(table, 0, '\0'), linesOf(content));
    }
}

void tst_Jsonl::faultsAreNamed_data()
{
    QTest::addColumn<std::string>("line");
    QTest::addColumn<QByteArray>("reason");
    const auto add = [](const char *name, const std::string &line, const char *reason) {
        QTest::newRow(name) << line << QByteArray(reason);
    };
    const auto nested = [](int depth) {
        return "{\"a\":" + std::string(size_t(depth), '[') + std::string(size_t(depth), ']') + "}";
    };
    add("64 levels are read", nested(64), "");
    add("E3 65 levels", nested(65), "Line 2, byte 70: values are nested deeper than 64 levels.");
    add("E3 a million levels", nested(1000000),
        "Line 2, byte 70: values are nested deeper than 64 levels.");
    add(
        "E3 million objects",
        [] {
            std::string s;
            for (int i = 0; i < 100000; ++i)
                s += "{\"a\":";
            return s;
        }(),
        "Line 2, byte 326: values are nested deeper than 64 levels.");
    add("equal keys", R"({"a":1,"a":2})", "Line 2, byte 8: a key stands twice.");
    add("equal keys, one escaped", R"({"a":1,"\u0061":2})", "Line 2, byte 8: a key stands twice.");
    add("single quotes", "{'a':1}", "Line 2, byte 2: a key in double quotes is missing.");
    add("two objects", "{}{}", "Line 2, byte 3: something follows the object.");
    add("no colon", "{\"a\" 1}", "Line 2, byte 6: a colon is missing.");
    add("no comma", "{\"a\":1 \"b\":2}",
        "Line 2, byte 8: a comma or a closing bracket is missing.");
    add("NaN", "{\"a\":NaN}", "Line 2, byte 6: a value is missing, or is none that JSON knows.");
    add("half a word", "{\"a\":tru}",
        "Line 2, byte 6: a value is missing, or is none that JSON knows.");
    add("leading zero", "{\"a\":01}", "Line 2, byte 8: a number begins with a needless 0.");
    add("half a fraction", "{\"a\":1.}",
        "Line 2, byte 8: a value is missing, or is none that JSON knows.");
    add("plus sign", "{\"a\":+1}",
        "Line 2, byte 6: a value is missing, or is none that JSON knows.");
    add("open text", "{\"a\":\"b", "Line 2, byte 8: a text in quotes is not closed.");
    add("tab in a text", "{\"a\":\"\t\"}", "Line 2, byte 7: a control character stands in a text.");
    add("wrong escape", R"({"a":"\x"})",
        "Line 2, byte 8: a backslash stands before a character that needs none.");
    add("half a pair", R"({"a":"\ud834"})",
        "Line 2, byte 13: half of a surrogate pair stands alone.");
    add("half a pair and a letter", R"({"a":"\ud834\u0041"})",
        "Line 2, byte 19: half of a surrogate pair stands alone.");
    add("second half alone", R"({"a":"\udd1e"})",
        "Line 2, byte 13: half of a surrogate pair stands alone.");
    add("zero character", R"({"a":"\u0000"})",
        "Line 2, byte 13: a zero character, which no text has.");
    add("three hexadecimal digits", R"({"a":"\u12g4"})",
        "Line 2, byte 11: \\u needs four hexadecimal digits.");
}

void tst_Jsonl::faultsAreNamed()
{
    QFETCH(std::string, line);
    QFETCH(QByteArray, reason);
    const Table table = readText("{\"a\":\"1\"}\n" + line + "\n{\"a\":\"2\"}", "rows.jsonl");
    QCOMPARE(table.rows(), reason.isEmpty() ? 3 : 2);
    QCOMPARE(table.unreadable.size(), size_t(!reason.isEmpty()));
    if (!reason.isEmpty())
        QCOMPARE(QByteArray::fromStdString(table.unreadable[0].reason.english()), reason);
}

void tst_Jsonl::refuses_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("E1 empty file") << ""s << QByteArray("data.empty");
    QTest::newRow("E3 one object over many lines")
        << "{\n \"a\": 1,\n \"b\": 2\n}\n"s << QByteArray("data.json_document");
}

void tst_Jsonl::refuses()
{
    QFETCH(std::string, content);
    QFETCH(QByteArray, id);
    const QByteArray error = errorOf([&] { readText(content, "rows.jsonl"); });
    QVERIFY2(error.startsWith(id + ": ") && error.contains("rows.jsonl"), error.constData());
}

void tst_Jsonl::contentDecidesOverTheName_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("said");
    const std::string json = "{\"text\":\"a, b\"}\n{\"text\":\"c, d\"}\n";
    const std::string csv = "text,label\na,x\nb,y\n";
    QTest::newRow("JSON Lines named csv")
        << "rows.csv"s << json << QByteArray("a, b/c, d")
        << QByteArray("rows.csv holds JSON Lines whatever its name says; it was read as that.");
    QTest::newRow("CSV named jsonl")
        << "rows.jsonl"s << csv << QByteArray("a|x/b|y")
        << QByteArray("rows.jsonl holds CSV whatever its name says; it was read as that.");
    QTest::newRow("capitals in the name")
        << "ROWS.JSONL"s << json << QByteArray("a, b/c, d") << QByteArray();
    QTest::newRow("no extension") << "rows"s << json << QByteArray("a, b/c, d") << QByteArray();
    QTest::newRow("JSON in CSV cells")
        << "rows.csv"s
        << "{\"a\":1},x\n{\"a\":2},y\n{\"a\":3},x\n"s
        << QByteArray("{\"a\":1}|x/{\"a\":2}|y/{\"a\":3}|x") << QByteArray();
    QTest::newRow("braces in CSV cells")
        << "rows.csv"s
        << "text,label\n{a},x\n{b},y\n"s << QByteArray("{a}|x/{b}|y") << QByteArray();
}

void tst_Jsonl::contentDecidesOverTheName()
{
    QFETCH(std::string, name);
    QFETCH(std::string, content);
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, said);
    const Table table = readText(content, name);
    QCOMPARE(shown(table), rows);
    QCOMPARE(sentence(table.notes, "data.content_differs"), said);
}

void tst_Jsonl::mixedKindsAreSaid()
{
    const Table table =
        readText("{\"label\":1,\"n\":1}\n{\"label\":\"1\",\"n\":2}\n{\"label\":\"x\",\"n\":null}\n",
                 "rows.jsonl");
    QCOMPARE(shown(table), "1|1/1|2/x|~");
    QCOMPARE(table.notes.size(), size_t(1));
    QCOMPARE(sentence(table.notes, "data.mixed_kinds"),
             "Column label holds text in 2 rows and numbers in 1; both were read as text.");
}

void tst_Jsonl::columnsThatComeLate()
{
    // More rows than one chunk of the table holds, so that earlier chunks get the new column too.
    std::string content;
    for (int i = 0; i < 70000; ++i)
        content += "{\"a\":" + std::to_string(i) + "}\n";
    content += "{\"b\":\"late\"}\n";
    const Table table = readText(content, "rows.jsonl");
    QCOMPARE(table.rows(), 70001);
    QCOMPARE(shownNames(table), "a|b");
    QVERIFY(!table.cell(0, 1) && !table.cell(69999, 1) && !table.cell(70000, 0));
    QVERIFY(table.cell(70000, 1) == "late" && table.cell(65536, 0) == "65536" &&
            table.cell(65535, 0) == "65535");
}

void tst_Jsonl::keysWithoutEnd()
{
    std::string content;
    for (int i = 0; i < 20000; ++i)
        content += "{\"k" + std::to_string(i) + "\":1}\n";
    const QByteArray error = errorOf([&] { readText(content, "rows.jsonl"); });
    QVERIFY2(error.startsWith("data.too_sparse") || error.startsWith("data.too_many_columns"),
             error.constData());
}

void tst_Jsonl::aLineOfTenMegabytes()
{
    const std::string big(10'000'000, 'z');
    const Table table =
        readText("{\"a\":\"1\"}\n{\"a\":\"" + big + "\"}\n{\"a\":\"3\"}\n", "rows.jsonl");
    QCOMPARE(table.rows(), 3);
    QCOMPARE(table.cell(1, 0)->size(), big.size());
    const QByteArray error = errorOf(
        [&] { readText("{\"a\":\"" + big + "\"}", "rows.jsonl", {.longestRecord = 1 << 20}); });
    QVERIFY2(error.startsWith("data.endless_line"), error.constData());
}

void tst_Jsonl::mutatedFilesAddUp()
{
    const std::string good =
        R"({"text": "a, b", "label": "x", "n": [1, {"m": null}]})"
        "\n\n"
        R"({"text": "say \"hi\" \u00e9 \ud834\udd1e", "label": "y", "n": -1.5e3})"
        "\n"
        R"({"label": true, "text": "한글"})"
        "\n"
        R"({"text": ""})"
        "\n";
    const std::string bytes = "\"{}[]:,\\u\n\r\t 0-.eE1tfn\0\xFF\xC3"s;
    SplitMix64 random(13);
    int read = 0;
    for (int round = 0; round < 4000; ++round) {
        const std::string content = mutated(good, bytes, random);
        Table table;
        const QByteArray error = errorOf([&] {
            table = readText(content, "rows.jsonl",
                             {.format = "jsonl", .blockSize = 1 + random.below(80)});
        });
        if (!error.isEmpty())
            continue;
        ++read;
        QVERIFY2(accountedLines(table, 0, '\0') == linesOf(content), content.c_str());
    }
    QVERIFY2(read > 3500, QByteArray::number(read).constData());
}

QTEST_APPLESS_MAIN(tst_Jsonl)
#include "tst_jsonl.moc"
