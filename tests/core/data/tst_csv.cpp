// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include "core/base/nested_message.h"

#include <QTest>
#include <clocale>
#include <cstdlib>

using namespace luthier;
using namespace std::string_literals;

class tst_Csv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOrReports_data();
    void readsOrReports();
    void refuses_data();
    void refuses();
    void theFirstReasonStaysAMessage();
    void findsTheDialect_data();
    void findsTheDialect();
    void tellsAHeader_data();
    void tellsAHeader();
    void progressAndStop();
    void theLocaleChangesNothing();
    void missingFileAndFolder();
    void reuters();
};

void tst_Csv::readsOrReports_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("aside");
    const auto add = [](const char *name, const std::string &content, const char *rows,
                        const char *lines, const char *aside = "") {
        QTest::newRow(name) << content << QByteArray(rows) << QByteArray(lines)
                            << QByteArray(aside);
    };
    add("plain", "text,label\na,x\nb,y\n", "a|x/b|y", "2,3");
    add("no line break at the end", "text,label\na,x\nb,y", "a|x/b|y", "2,3");
    add("null and empty", "text,label\n,\n\"\",x\n", "~|~/|x", "2,3");
    add("E2 newline in a cell", "text,label\n\"a\nb\n\",x\nc,y\n", "a\\nb\\n|x/c|y", "2,5");
    add("E2 CRLF", "text,label\r\n\"a\r\nb\",x\r\nc,y\r\n", "a\\r\\nb|x/c|y", "2,4");
    add("E2 old Macintosh line ends", "text,label\ra,x\r\"b\rc\",y\r", "a|x/b\\rc|y", "2,3");
    add("E2 carriage return inside a line", "text,label\na\rb,x\nc,y\n", "a\\rb|x/c|y", "2,3");
    add("E2 byte order mark", "\xEF\xBB\xBFtext,label\na,x\n", "a|x", "2");
    add("E2 doubled quotes", "text,label\n\"say \"\"hi\"\"\",x\n", "say \"hi\"|x", "2");
    add("E2 quote inside a plain cell", "text,label\n5\" disk,x\n\"a\",y\n", "5\" disk|x/a|y",
        "2,3");
    add("E2 ragged rows", "text,label\na,x\nb\nc,y,z\nd,y\n", "a|x/d|y", "2,5",
        "3 row_width; 4 row_width");
    add("E2 ragged row over two lines", "text,label\na,x\n\"b\nb\",y,z\nd,y\n", "a|x/d|y", "2,5",
        "3+1 row_width");
    add("E2 zero byte", "text,label\na,x\nb\0b,y\nc,y\n"s, "a|x/c|y", "2,4", "3 zero_byte");
    add("E2 Latin-1 in one row", "text,label\na,x\ncaf\xE9,y\nc,y\n", "a|x/c|y", "2,4",
        "3 not_utf8");
    add("E2 surrogate, overlong and cut UTF-8",
        "text,label\na,x\n\xED\xA0\x80,y\n\xC0\xAF,y\n\xE2\x82,y\n", "a|x", "2",
        "3 not_utf8; 4 not_utf8; 5 not_utf8");
    add("E2 text after a closed quote", "text,label\na,x\n\"b\"b,y\n\"c\",y\n", "a|x/c|y", "2,4",
        "3 text_after_quote");
    add("E2 unbalanced quote swallows nothing",
        "text,label\n\"a\",x\n\"b,x\n\"c\",y\n\"d\",y\n\"e\",x\n\"f\",x\n", "a|x/c|y/d|y/e|x/f|x",
        "2,4,5,6,7", "3 text_after_quote");
    add("E2 unbalanced quote up to the end", "text,label\n\"a\",x\n\"b,x\nc,y\nd,y\ne,x\nf,x\n",
        "a|x/c|y/d|y/e|x/f|x", "2,4,5,6,7", "3 quote_never_closed");
    add("E2 file cut off inside a cell", "text,label\na,x\nb,x\n\"c\nd, e\n", "a|x/b|x", "2,3",
        "4+1 quote_never_closed");
    add("E2 no rows made from a broken cell", "text,label\na,x\n\"b\nc\"d,x\ne,y\nf,y\n\"g\",x\n",
        "a|x/e|y/f|y/g|x", "2,5,6,7", "3+1 text_after_quote");
    add("blank lines are counted, not rows", "\ntext,label\n\na,x\n\r\n\nb,y\n\n", "a|x/b|y",
        "4,7");
    add("Korean", "텍스트,라벨\n\"안녕, 세상\",좋음\n", "안녕, 세상|좋음", "2");
    add("line and paragraph separators are text", "text,label\na\u2028b,x\n", "a\u2028b|x", "2");
}

void tst_Csv::readsOrReports()
{
    QFETCH(std::string, content);
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, aside);
    for (const size_t blockSize : {size_t(1) << 20, size_t(1), size_t(7)}) {
        const Table table = readText(content, "rows.csv", {.blockSize = blockSize});
        QCOMPARE(shown(table), rows);
        QCOMPARE(shownLines(table), lines);
        QCOMPARE(shownAside(table), aside);
        QCOMPARE(hasMessage(table.notes, "data.kept_aside"), !aside.isEmpty());
        const char lineEnd = content.find('\n') == std::string::npos ? '\r' : '\n';
        QCOMPARE(accountedLines(table, 1, lineEnd), linesOf(content, lineEnd));
    }
}

void tst_Csv::refuses_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QByteArray>("id");
    const auto add = [](const char *row, const char *name, const std::string &content,
                        const char *id) {
        QTest::newRow(row) << std::string(name) << content << QByteArray(id);
    };
    add("E1 empty file", "rows.csv", "", "data.empty");
    add("E1 only a byte order mark", "rows.csv", "\xEF\xBB\xBF", "data.empty");
    add("E1 only blank lines", "rows.csv", "\n\r\n\n", "data.empty");
    add("E1 header only", "rows.csv", "text,label\n", "data.header_only");
    add("UTF-32", "rows.csv", "\xFF\xFE\0\0t\0\0\0"s, "data.foreign");
    add("E2 no row fits the header", "rows.csv", "text\na,x\nb,y\nc,z\nd,z\n",
        "data.no_readable_row");
    add("E2 quote opened in the header", "rows.csv", "\"text,label\na,x\n", "data.bad_header");
    add("a spreadsheet", "rows.csv", "PK\x03\x04 and more", "data.foreign");
    add("Parquet", "rows.csv", "PAR1 and more", "data.damaged");
    add("a JSON object", "rows.csv", "{\n  \"rows\": [\n    {\"text\": \"a, b\"}\n  ]\n}\n",
        "data.json_document");
    add("a JSON object whose first line holds a key", "rows.csv",
        "\xEF\xBB\xBF {\"a\": \"x, y\",\n \"b\": 1}", "data.json_document");
    add("JSON objects, each over several lines", "rows.csv",
        "{\n \"text\": \"a, b\"\n}\n{\n \"text\": \"c\"\n}\n", "data.json_document");
    add("a long JSON object", "rows.csv",
        "{\n \"a\": [\n" + std::string(9000, ' ') + "\"\xED\x95\x9C\"\n]}\n", "data.json_document");
    add("bytes that are no text", "rows.csv", std::string(500, '\x01'), "data.not_a_table");
}

void tst_Csv::refuses()
{
    QFETCH(std::string, name);
    QFETCH(std::string, content);
    QFETCH(QByteArray, id);
    const QByteArray error = errorOf([&] { readText(content, name); });
    QVERIFY2(error.startsWith(id + ": "), error.constData());
    QVERIFY2(error.contains("rows.csv"), error.constData());
    QVERIFY2(!error.contains('{'), error.constData());
}

void tst_Csv::theFirstReasonStaysAMessage()
{
    try {
        readText("text\na,x\nb,y\nc,z\nd,z\n");
        QFAIL("read");
    } catch (const Error &error) {
        const auto reason = nestedAt(error.message.values, "reason");
        QVERIFY(reason);
        QVERIFY(reason->text.find("{line}") != std::string::npos);
        QVERIFY(reason->values.at("line") == MessageValue(int64_t(2)));
        QVERIFY(error.message.english().ends_with(": " + reason->english()));
    }
}

void tst_Csv::findsTheDialect_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QByteArray>("rows");
    const auto add = [](const char *row, const char *name, const std::string &content,
                        const char *rows) {
        QTest::newRow(row) << std::string(name) << content << QByteArray(rows);
    };
    add("comma", "r.csv", "text,label\na;b,x\nc,y\n", "a;b|x/c|y");
    add("semicolon, decimal commas", "r.csv", "a;b\n1,5;2,5\n3,5;4,5\n", "1,5|2,5/3,5|4,5");
    add("tab", "r.tsv", "text\tlabel\na, b\tx\nc, d\ty\n", "a, b|x/c, d|y");
    add("tab in a file named csv", "r.csv", "text\tlabel\na, b\tx\nc\ty\n", "a, b|x/c|y");
    add("bar", "r.csv", "text|label\na, b|x\nc|y\n", "a, b|x/c|y");
    add("one column", "r.csv", "text\nHello, you\nand a, b, c\n", "Hello, you/and a, b, c");
    add("lines of a text file", "r.txt", "Well, then\nHello you\nand a, b, c\n",
        "Well, then/Hello you/and a, b, c");
    add("lines of a text file under a name", "r.txt", "Text\nHello you\nand a, b, c\n",
        "Hello you/and a, b, c");
    add("single quotes", "r.csv", "text,label\n'a, b',x\n'c, ''d''',y\n", "a, b|x/c, 'd'|y");
    add("apostrophes are not quotes", "r.csv", "text,label\n'tis,x\nit's so,y\n'twas,y\n",
        "'tis|x/it's so|y/'twas|y");
    add("backslash before a quote", "r.csv", "text,label\n\"say \\\"hi\\\", you\",x\n\"b\",y\n",
        "say \"hi\", you|x/b|y");
    add("space before a quote", "r.csv", "text, label\n\"a\", \"x, z\"\n\"b\", \"y\"\n",
        "a|x, z/b|y");
    add("tab and quotes in prose", "r.tsv",
        "text\tlabel\n\"Hi\" she said\tx\n\"No\" he said\ty\n\"So\" it was\ty\n",
        "\"Hi\" she said|x/\"No\" he said|y/\"So\" it was|y");
    add("a broken row does not mislead", "r.csv", "text,label\na,x\nb;c;d\ne,y\n", "a|x/e|y");
}

void tst_Csv::findsTheDialect()
{
    QFETCH(std::string, name);
    QFETCH(std::string, content);
    QFETCH(QByteArray, rows);
    QCOMPARE(shown(readText(content, name)), rows);
}

void tst_Csv::tellsAHeader_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<int>("header");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("note");
    using Header = ReadOptions::Header;
    const auto add = [](const char *row, const std::string &content, Header header,
                        const char *names, const char *note) {
        QTest::newRow(row) << content << int(header) << QByteArray(names) << QByteArray(note);
    };
    add("usual names", "text,label\na,x\nb,x\n", Header::Guess, "text|label", "");
    add("unusual names", "was,wie\na,x\nb,x\n", Header::Guess, "was|wie", "");
    add("a label that comes back", "a,x\nb,y\nc,x\n", Header::Guess, "column 1|column 2",
        "data.no_header");
    add("numbers above numbers", "1,good film\n0,bad film\n1,great\n", Header::Guess,
        "column 1|column 2", "data.no_header");
    add("as told: no header", "text,label\na,x\n", Header::Absent, "column 1|column 2",
        "data.no_header");
    add("as told: header", "a,x\nb,y\nc,x\n", Header::Present, "a|x", "");
    add("header in the middle again", "was,wie\na,x\nwas,wie\nb,y\n", Header::Guess, "was|wie", "");
    add("E2 empty name", ",text,label\n0,a,x\n1,b,y\n", Header::Guess, "column 1|text|label",
        "data.unnamed_columns");
    add("E2 repeated name", "text,text,label\na,b,x\n", Header::Guess, "text|text (2)|label",
        "data.repeated_columns");
    add("spaces around names", "text , label\na,x\n", Header::Guess, "text|label", "");
}

void tst_Csv::tellsAHeader()
{
    QFETCH(std::string, content);
    QFETCH(int, header);
    QFETCH(QByteArray, names);
    QFETCH(QByteArray, note);
    const Table table = readText(content, "rows.csv", {.header = ReadOptions::Header(header)});
    QCOMPARE(shownNames(table), names);
    QCOMPARE(table.notes.empty(), note.isEmpty());
    QVERIFY(note.isEmpty() || hasMessage(table.notes, note.constData()));
    QCOMPARE(table.rows(), linesOf(content) - (note != "data.no_header"));
}

void tst_Csv::progressAndStop()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("rows.csv")).toStdString();
    std::string content = "text,label\n";
    while (content.size() < 3'000'000)
        content += "some text of a row,x\n";
    std::ofstream(path) << content;
    std::stop_source stop;
    std::vector<int64_t> done;
    const auto onProgress = [&](const Progress &progress) {
        QCOMPARE(progress.total, int64_t(content.size()));
        QCOMPARE(progress.phase.english(), std::string("Reading rows.csv"));
        done.push_back(progress.done);
    };
    readTable(path, {}, stop.get_token(), onProgress);
    QVERIFY(done.size() >= 3 && std::ranges::is_sorted(done) &&
            done.back() == int64_t(content.size()));
    const QByteArray error = errorOf([&] {
        readTable(path, {}, stop.get_token(), [&](const Progress &) { stop.request_stop(); });
    });
    QVERIFY2(error.startsWith("data.stopped"), error.constData());
}

void tst_Csv::theLocaleChangesNothing()
{
    if (!std::setlocale(LC_ALL, "de_DE.UTF-8") && !std::setlocale(LC_ALL, "fr_FR.UTF-8"))
        QSKIP("no comma-decimal locale is installed");
    const Table table = readText("1.5,good film\n0.5,bad film\n2.5,great\n");
    std::setlocale(LC_ALL, "C");
    QCOMPARE(shown(table), "1.5|good film/0.5|bad film/2.5|great");
}

void tst_Csv::missingFileAndFolder()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    QVERIFY(errorOf([&] {
                readTable(path / "없는 파일.csv");
            }).contains("cannot be read: No such file"));
    QVERIFY(errorOf([&] { readTable(path); }).startsWith("data.no_class_folders"));
    QVERIFY(errorOf([&] { readTable("/dev/zero"); }).startsWith("data.not_a_file"));
}

void tst_Csv::reuters()
{
    const char *cache = std::getenv("XDG_CACHE_HOME");
    const auto folder = cache && *cache ? std::filesystem::path(cache)
                                        : std::filesystem::path(std::getenv("HOME")) / ".cache";
    const auto path = folder / "luthier" / "datasets" / "reuters-r8" / "train.csv";
    if (!std::filesystem::exists(path))
        QSKIP("Reuters R8 is not in the cache; ./installer/setup puts it there");
    const Table table = readTable(path);
    QCOMPARE(table.rows(), 5485);
    QVERIFY(table.unreadable.empty());
    QVERIFY(table.notes.empty());
}

QTEST_APPLESS_MAIN(tst_Csv)
#include "tst_csv.moc"
