// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include <QTest>
#include <map>

using namespace luthier;
using namespace std::string_literals;

class tst_CsvSweeps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeCells_data();
    void largeCells();
    void aQuoteThatNeverCloses_data();
    void aQuoteThatNeverCloses();
    void hostileQuotesTakeLinearTime();
    void everyTableReadsBackEqual();
    void mutatedFilesAddUp();
    void refuses_data();
    void refuses();
};

void tst_CsvSweeps::largeCells_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("E2 a cell of a megabyte") << 1'000'000;
    QTest::newRow("E2 a cell of ten megabytes") << 10'000'000;
}

void tst_CsvSweeps::largeCells()
{
    QFETCH(int, bytes);
    std::string big;
    for (int i = 0; int(big.size()) < bytes; ++i)
        big += "line " + std::to_string(i) + ", \"\"quoted\"\"\n";
    const Table table = readText("text,label\na,x\n\"" + big + "\",y\nb,x\n");
    QCOMPARE(table.rows(), 3);
    QCOMPARE(int64_t(table.cell(1, 0)->size()),
             int64_t(big.size()) - 2 * std::count(big.begin(), big.end(), '\n'));
    QCOMPARE(shownLines(table),
             "2,3," + QByteArray::number(qlonglong(4 + std::count(big.begin(), big.end(), '\n'))));
    QVERIFY(table.unreadable.empty());
}

void tst_CsvSweeps::aQuoteThatNeverCloses_data()
{
    QTest::addColumn<qulonglong>("longest");
    QTest::newRow("E2 quote that never closes, in a file shorter than a row may be")
        << (qulonglong(64) << 20);
    QTest::newRow("E2 quote that never closes, in a longer file") << qulonglong(4096);
}

void tst_CsvSweeps::aQuoteThatNeverCloses()
{
    QFETCH(qulonglong, longest);
    std::string content = "text,label\n\"good\",x\n\"open,x\n";
    for (int i = 0; i < 2000; ++i)
        content += "row " + std::to_string(i) + ",y\n";
    // Good lines follow: only the line with the quote is lost, even when the file is larger than a
    // row may be.
    const Table table =
        readText(content, "rows.csv", {.blockSize = 512, .longestRecord = size_t(longest)});
    QCOMPARE(table.rows(), 2001);
    QCOMPARE(shownAside(table), "3 quote_never_closed");
}

void tst_CsvSweeps::hostileQuotesTakeLinearTime()
{
    // Every line opens a quote again, whether it is read inside or outside of one.
    std::string content = "text,label\na,x\n";
    std::string wide = "c0";
    for (int i = 1; i < 400; ++i)
        wide += ",c" + std::to_string(i);
    wide += "\n";
    for (int i = 0; i < 60000; ++i) {
        content += "a\",\"b\n";
        wide += "a\",\"b\n";
    }
    QCOMPARE(accountedLines(readText(content), 1), linesOf(content));
    QVERIFY(errorOf([&] { readText(wide); }).startsWith("data.no_readable_row"));
}

namespace {

std::string randomCell(SplitMix64 &random)
{
    static const std::vector<std::string> pieces{"a",  "word", " ",   ",",    ";", "\t", "|",
                                                 "\"", "\"\"", "\n",  "\r\n", "'", "\\", "한글",
                                                 "é",  "0",    "1.5", "𝄞",    "#"};
    std::string cell;
    for (uint64_t i = random.below(8); i > 0; --i)
        cell += pieces[random.below(pieces.size())];
    return cell;
}

std::string quoted(const std::string &cell)
{
    std::string out = "\"";
    for (const char c : cell)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

} // namespace

void tst_CsvSweeps::everyTableReadsBackEqual()
{
    SplitMix64 random(7);
    for (int round = 0; round < 400; ++round) {
        const char separator = ",;\t|"[random.below(4)];
        const std::string lineEnd = random.below(2) ? "\n" : "\r\n";
        const uint64_t columns = 1 + random.below(5);
        QByteArray expected;
        std::string content;
        for (uint64_t i = 0; i < columns; ++i)
            content += (i ? std::string(1, separator) : "") + "name" + std::to_string(i);
        content += lineEnd;
        const uint64_t rows = 1 + random.below(30);
        for (uint64_t row = 0; row < rows; ++row) {
            expected += row ? "/" : "";
            for (uint64_t i = 0; i < columns; ++i) {
                const std::string cell = randomCell(random);
                const bool plain = !cell.empty() &&
                                   cell.find_first_of(",;\t|\"\r\n' ") == std::string::npos &&
                                   random.below(2);
                content += (i ? std::string(1, separator) : "") + (plain ? cell : quoted(cell));
                expected += (i ? "|" : "") + QByteArray::fromStdString(cell);
            }
            content += lineEnd;
        }
        const ReadOptions options{.separator =
                                      columns == 1 ? std::optional(separator) : std::nullopt,
                                  .header = ReadOptions::Header::Present,
                                  .blockSize = 1 + random.below(64)};
        const Table table = readText(content, "rows.csv", options);
        QVERIFY2(table.unreadable.empty(), shownAside(table).constData());
        QCOMPARE(shown(table), expected.replace("\n", "\\n").replace("\r", "\\r"));
    }
}

void tst_CsvSweeps::mutatedFilesAddUp()
{
    const std::string good =
        "text,label,id\n\"a, b\",x,1\nplain,y,2\n\"two\nlines\",x,3\n\"say \"\"hi\"\"\",y,4\n"
        "한글,x,5\n,,\nlast one,y,6\nand one,x,7\nvery last,y,8\n";
    const std::string bytes = "\",\n\r\t;|\\'a \0\xFF\xC3"s;
    SplitMix64 random(11);
    int read = 0;
    std::map<QByteArray, int> refused;
    for (int round = 0; round < 4000; ++round) {
        const std::string content = mutated(good, bytes, random);
        const ReadOptions options{.header = ReadOptions::Header::Present,
                                  .blockSize = 1 + random.below(200)};
        Table table;
        const QByteArray error = errorOf([&] { table = readText(content, "rows.csv", options); });
        if (!error.isEmpty()) {
            ++refused[error.left(error.indexOf(':'))];
            continue;
        }
        ++read;
        int64_t headerLines = 1;
        for (const std::string &name : table.columnNames())
            headerLines += std::count(name.begin(), name.end(), '\n');
        QVERIFY2(accountedLines(table, headerLines) == linesOf(content), content.c_str());
        QVERIFY(std::ranges::is_sorted(table.sourceRow));
    }
    QVERIFY2(read > 3000, QByteArray::number(read).constData());
}

void tst_CsvSweeps::refuses_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QByteArray>("begins");
    // Nothing that follows is a row: reading on would make memory grow without end.
    QTest::newRow("E2 a cell without end") << "text,label\na,x\n\"b\n" + std::string(8000, 'z')
                                           << QByteArray("data.endless_cell: Line 3 of ");
    const std::string wide(20000, ',');
    QTest::newRow("E2 20,000 columns") << wide + "\n" + wide + "\n"
                                       << QByteArray("data.too_many_columns: ");
    std::string bad = "text,label\na,x\nb,y\n";
    for (int i = 0; i < 100001; ++i)
        bad += "1,2,3\n";
    QTest::newRow("E2 100,001 ragged rows") << bad << QByteArray("data.too_many_unreadable: ");
}

void tst_CsvSweeps::refuses()
{
    QFETCH(std::string, content);
    QFETCH(QByteArray, begins);
    ReadOptions options{.separator = ','};
    if (begins.startsWith("data.endless_cell"))
        options = {.blockSize = 512, .longestRecord = 4096};
    const QByteArray error = errorOf([&] { readText(content, "rows.csv", options); });
    QVERIFY2(error.startsWith(begins), error.constData());
}

QTEST_APPLESS_MAIN(tst_CsvSweeps)
#include "tst_csv_sweeps.moc"
