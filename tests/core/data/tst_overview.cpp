// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/overview.h"
#include "core/data/token_lengths.h"
#include "table_text.h"

#include <QTest>

#include <numeric>

using namespace luthier;

namespace {

std::filesystem::path sampleFolder(const char *part)
{
    const QString cache =
        qEnvironmentVariable("XDG_CACHE_HOME", QDir::home().filePath(QStringLiteral(".cache")));
    return std::filesystem::path(cache.toStdString()) / "luthier" / part;
}

Overview lookedOver(const Table &table, const Columns &columns, const SplitOptions &options = {})
{
    const Result<Overview> found = lookOver(table, columns, options);
    return found ? found.value() : throw found.error();
}

const DataProblem *find(const Overview &overview, const std::string &id)
{
    const auto found = std::ranges::find(overview.problems, id, &DataProblem::id);
    return found == overview.problems.end() ? nullptr : &*found;
}

/// "2: 0,4": how many, and which rows.
QByteArray shownProblem(const Overview &overview, const char *id)
{
    const DataProblem *problem = find(overview, id);
    if (!problem)
        return "none";
    QByteArray out = QByteArray::number(qlonglong(problem->count)) + ":";
    for (const int64_t row : problem->rows)
        out += (out.endsWith(':') ? " " : ",") + QByteArray::number(qlonglong(row));
    return out;
}

/// Every row and every line goes somewhere, and nowhere twice.
void checkSums(const Table &table, const Overview &overview)
{
    const RowCounts &counts = overview.counts;
    QCOMPARE(counts.rows, table.rows());
    QCOMPARE(counts.inUse + counts.withoutLabel + counts.inNoPart + counts.unsplit, counts.rows);
    const auto &parts = overview.partRows;
    QCOMPARE(std::accumulate(parts.begin(), parts.end(), int64_t(0)), counts.inUse);
    std::array<int64_t, 3> byLabel{};
    for (const LabelShare &label : overview.labels)
        for (size_t part = 0; part < 3; ++part)
            byLabel[part] += label.inParts[part];
    if (!overview.labels.empty())
        QCOMPARE(byLabel, parts);
    int64_t lines =
        table.facts.headerLines + table.blankLines + table.rows() + table.facts.furtherLines;
    for (const UnreadableLine &aside : table.unreadable)
        lines += aside.lines;
    QCOMPARE(lines, table.facts.lines);
}

std::string manyRows(int rows)
{
    std::string content = "text,label\n";
    for (int i = 0; i < rows; ++i)
        content += "row number " + std::to_string(i) + (i % 3 ? ",a\n" : ",b\n");
    return content;
}

} // namespace

class tst_Overview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAddUp_data();
    void countsAddUp();
    void problems_data();
    void problems();
    void leaksBetweenNamedParts();
    void rowsInNoPart();
    void unreadableLinesAreListed();
    void aSingleLineIsNamedAsOne();
    void smallClasses();
    void obstacles_data();
    void obstacles();
    void worstFirst();
    void majorityComesFirst();
    void isTheSplitOfARun();
    void stops();
    void realSample();
    void realTokens();
    void histogram();
    void tooLongRows();
};

void tst_Overview::countsAddUp_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<qlonglong>("lines");
    QTest::newRow("plain") << QByteArray("text,label\na,x\nb,y\nc,x\nd,y\n") << 5ll;
    QTest::newRow("no last line break") << QByteArray("text,label\na,x\nb,y\nc,x\nd,y") << 5ll;
    QTest::newRow("blank lines") << QByteArray("text,label\n\na,x\n\nb,y\nc,x\nd,y\n\n") << 8ll;
    QTest::newRow("long cells") << QByteArray("text,label\n\"a\nb\nc\",x\nb,y\nc,x\nd,y\n") << 7ll;
    QTest::newRow("unreadable") << QByteArray("text,label\na,x\nb,y\nc,x,z\nd,y\ne,x\nf,y\n")
                                << 7ll;
    QTest::newRow("no label") << QByteArray("text,label\na,x\nb,\nc,x\nd,y\ne,y\n") << 6ll;
    QTest::newRow("header of two lines")
        << QByteArray("\"text\n2\",label\na,x\nb,y\nc,x\nd,y\n") << 6ll;
    QTest::newRow("crlf and mark")
        << QByteArray("\xEF\xBB\xBFtext,label\r\na,x\r\nb,y\r\nc,x\r\nd,y\r\n") << 5ll;
}

void tst_Overview::countsAddUp()
{
    QFETCH(QByteArray, content);
    QFETCH(qlonglong, lines);
    const Table table = readText(content.toStdString());
    QCOMPARE(qlonglong(table.facts.lines), lines);
    QCOMPARE(qlonglong(table.facts.bytes), content.size());
    QCOMPARE(table.facts.format, std::string("CSV"));
    const Columns columns{.text = table.columnNames()[0], .label = "label"};
    checkSums(table, lookedOver(table, columns, {.validation = 0.3}));
}

void tst_Overview::problems_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("found");
    const QByteArray rest = "one,x\ntwo,y\nthree,x\nfour,y\nfive,x\nsix,y\n";
    const auto row = [&](const char *name, const QByteArray &lines, const char *id,
                         const char *found) {
        QTest::newRow(name) << QByteArray("text,label\n" + lines + rest) << QByteArray(id)
                            << QByteArray(found);
    };
    row("copies", "a,x\nb,y\na,x\na,x\n", "copies", "2: 0,2,3");
    row("a copy with another label is none", "a,x\na,y\n", "copies", "none");
    row("both labels", "a,x\na,y\nb,x\nb,x\n", "contradictions", "1: 0,1");
    row("both, and a copy", "a,x\na,y\na,x\n", "copies", "1: 0,1,2");
    row("spaces make a difference", "a,x\na ,x\n", "copies", "none");
    row("E5 empty and blank texts", ",x\n\"\",y\n\"  \t\",x\na,y\n", "empty_texts", "3: 0,1,2");
    row("empty ones are no copies", ",x\n\"\",x\n", "copies", "none");
    row("E4 missing label", "a,\nb,NULL\nc,x\n", "no_label", "2: 0,1");
    row("case", "a,X\nb,x\n", "labels_alike", "1: 0");
    row("spaces", "a,\"x \"\nb,x\n", "labels_alike", "1: 0");
    row("nothing", "", "copies", "none");
}

void tst_Overview::problems()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, found);
    const Table table = readText(content.toStdString());
    const Overview overview =
        lookedOver(table, {.text = "text", .label = "label"}, {.validation = 0.2});
    QCOMPARE(shownProblem(overview, id.constData()), found);
    checkSums(table, overview);
}

void tst_Overview::leaksBetweenNamedParts()
{
    const Table table = readText("text,label,split\na,x,train\nb,y,train\na,x,validation\n"
                                 "c,y,validation\nb,y,test\nd,x,test\n");
    const Overview overview =
        lookedOver(table, {.text = "text", .label = "label", .split = "split"});
    QCOMPARE(shownProblem(overview, "leaks"), "2: 2,4");
    QCOMPARE(overview.textsInTwoParts, int64_t(2));
    QCOMPARE(overview.partRows, (std::array<int64_t, 3>{2, 2, 2}));
    checkSums(table, overview);
}

void tst_Overview::rowsInNoPart()
{
    const Table table = readText("text,label,split\na,x,train\nb,y,train\nc,x,later\n"
                                 "d,x,dev\ne,y,dev\nf,,dev\n");
    const Overview overview =
        lookedOver(table, {.text = "text", .label = "label", .split = "split"});
    QCOMPARE(shownProblem(overview, "no_part"), "1: 2");
    QCOMPARE(shownProblem(overview, "no_label"), "1: 5");
    QCOMPARE(overview.counts.inUse, int64_t(4));
    checkSums(table, overview);
}

void tst_Overview::unreadableLinesAreListed()
{
    const Table table = readText("text,label\na,x\nb\nc,x\nd,y\ne,y,z\nf,y\ng,x\n");
    const Overview overview = lookedOver(table, {.text = "text", .label = "label"});
    const DataProblem *problem = find(overview, "unreadable");
    QVERIFY(problem);
    QCOMPARE(problem->count, int64_t(2));
    QVERIFY(QByteArray::fromStdString(problem->message.english()).contains("3, 6"));
    checkSums(table, overview);
}

void tst_Overview::aSingleLineIsNamedAsOne()
{
    const Table table = readText("text,label\na,x\nb\nc,x\nd,y\ne,\nf,y\ng,x\n");
    const Overview overview = lookedOver(table, {.text = "text", .label = "label"});
    for (const auto &[id, line] : {std::pair("unreadable", "Line 3."), {"no_label", "Line 6."}}) {
        const DataProblem *problem = find(overview, id);
        QVERIFY(problem);
        const QByteArray said = QByteArray::fromStdString(problem->message.english());
        QVERIFY2(said.startsWith("It is ") && said.endsWith(line), said.constData());
    }
}

void tst_Overview::smallClasses()
{
    const Table table = readText(manyRows(60) + "lonely,c\n");
    const Overview overview =
        lookedOver(table, {.text = "text", .label = "label"}, {.validation = 0.2, .test = 0.2});
    QCOMPARE(shownProblem(overview, "small_classes"), "1: 60");
    QCOMPARE(overview.labels.back().inParts, (std::array<int64_t, 3>{1, 0, 0}));
}

void tst_Overview::obstacles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("one class") << QByteArray("text,label\na,x\nb,x\nc,x\nd,x\n")
                               << QByteArray("data.one_class");
    QTest::newRow("no label") << QByteArray("text,label\na,\nb,\nc,\nd,\n")
                              << QByteArray("data.empty_validation");
    QTest::newRow("fine") << QByteArray("text,label\na,x\nb,y\nc,x\nd,y\n") << QByteArray();
}

void tst_Overview::obstacles()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, id);
    const Table table = readText(content.toStdString());
    const Overview overview =
        lookedOver(table, {.text = "text", .label = "label"}, {.validation = 0.3});
    QCOMPARE(overview.obstacle ? QByteArray::fromStdString(overview.obstacle->id) : QByteArray(),
             id);
    QCOMPARE(find(overview, "obstacle") != nullptr, !id.isEmpty());
    checkSums(table, overview);
}

void tst_Overview::worstFirst()
{
    const Table table =
        readText("text,label\na,x\na,x\nb,y\nc,x\nd,y\ne,\n,y\nf,y\ng,x,z\nh,x\ni,y\n");
    const Overview overview = lookedOver(table, {.text = "text", .label = "label"});
    QVERIFY(overview.problems.size() >= 4);
    QCOMPARE(overview.problems.front().id, std::string("unreadable"));
    QVERIFY(std::ranges::is_sorted(overview.problems, {}, &DataProblem::weight));
}

void tst_Overview::majorityComesFirst()
{
    const Table table = readText(manyRows(30));
    const Overview overview = lookedOver(table, {.text = "text", .label = "label"});
    QCOMPARE(overview.labels.front().name, std::string("a"));
    QCOMPARE(overview.majorityShare(), 20.0 / 30);
}

void tst_Overview::isTheSplitOfARun()
{
    const Table table = readText(manyRows(200));
    const Columns columns{.text = "text", .label = "label"};
    const SplitOptions options{.validation = 0.2, .test = 0.1, .seed = 7};
    const Overview overview = lookedOver(table, columns, options);
    const Split split = splitTable(table, columns, options);
    for (const int64_t row : split.train)
        QVERIFY(overview.partOf[size_t(row)] == Part::Train);
    for (const int64_t row : split.validation)
        QVERIFY(overview.partOf[size_t(row)] == Part::Validation);
    for (const int64_t row : split.test)
        QVERIFY(overview.partOf[size_t(row)] == Part::Test);
    QCOMPARE(overview.partRows[0], int64_t(split.train.size()));
    QCOMPARE(overview.textsInTwoParts, int64_t(0));
}

void tst_Overview::stops()
{
    const Table table = readText(manyRows(200));
    std::stop_source source;
    source.request_stop();
    const Columns columns{.text = "text", .label = "label"};
    const auto overview = lookOver(table, columns, {}, source.get_token());
    QVERIFY(!overview);
    QCOMPARE(overview.error().code, Error::Code::Cancelled);
}

void tst_Overview::realSample()
{
    const auto file = sampleFolder("datasets/reuters-r8/train.csv");
    if (!std::filesystem::exists(file))
        QSKIP("the data set reuters-r8 is not here; ./installer/setup fetches it");
    const Result<OpenedData> opened = openData(file, "text-classification");
    QVERIFY(opened);
    const Table &table = *opened.value().table;
    const Columns &columns = opened.value().choice.columns;
    QCOMPARE(columns, (Columns{.text = "text", .label = "label"}));
    QCOMPARE(table.facts.lines, int64_t(5486));
    QCOMPARE(table.facts.separator, ',');
    const Overview overview = lookedOver(table, columns, {.validation = 0.15, .test = 0.15});
    checkSums(table, overview);
    // Counted beside it with Python's csv and collections.
    QCOMPARE(overview.counts.inUse, int64_t(5485));
    QCOMPARE(overview.labels.size(), size_t(8));
    QCOMPARE(overview.labels[0].name, std::string("earn"));
    QCOMPARE(overview.labels[0].rows, int64_t(2840));
    QCOMPARE(overview.labels[7].rows, int64_t(41));
    QCOMPARE(find(overview, "copies")->count, int64_t(58));
    QCOMPARE(find(overview, "contradictions")->count, int64_t(4));
    QCOMPARE(find(overview, "leaks"), nullptr);
    QCOMPARE(overview.textsInTwoParts, int64_t(0));
    QVERIFY(!overview.obstacle);
}

void tst_Overview::realTokens()
{
    const auto file = sampleFolder("datasets/reuters-r8/train.csv");
    const auto model = sampleFolder("models/minilm-l6");
    if (!std::filesystem::exists(file) || !std::filesystem::exists(model))
        QSKIP("minilm-l6 and reuters-r8 are not here; ./installer/setup fetches them");
    const Table table = readTable(file);
    const Columns columns{.text = "text", .label = "label"};
    int64_t last = 0;
    const auto lengths =
        measureTokenLengths(table, columns, model, {}, [&](const Progress &p) { last = p.done; });
    QVERIFY(lengths);
    QCOMPARE(last, table.rows());
    const std::vector<std::optional<Part>> all(size_t(table.rows()), Part::Train);
    const LengthHistogram histogram = histogramOf(lengths.value().ofRow, all);
    // transformers 5.23, AutoTokenizer without truncation, on the same file.
    QCOMPARE(histogram.tokens, int64_t(678553));
    QCOMPARE(histogram.median, 83);
    QCOMPARE(histogram.longest, 1057);
    QCOMPARE(tooLong(lengths.value().ofRow, all, 256).count, int64_t(612));
    QCOMPARE(tooLong(lengths.value().ofRow, all, 128).count, int64_t(1500));

    std::stop_source source;
    source.request_stop();
    const auto stopped = measureTokenLengths(table, columns, model, source.get_token());
    QVERIFY(!stopped && stopped.error().code == Error::Code::Cancelled);
    const auto missing = measureTokenLengths(table, columns, model / "none");
    QVERIFY(!missing && missing.error().code != Error::Code::Cancelled);
}

void tst_Overview::histogram()
{
    std::vector<int32_t> lengths;
    for (int32_t length = 1; length <= 100; ++length)
        lengths.push_back(length);
    lengths.push_back(5000);
    std::vector<std::optional<Part>> parts(lengths.size(), Part::Train);
    parts[0] = std::nullopt;
    const LengthHistogram found = histogramOf(lengths, parts, 10);
    QCOMPARE(found.binWidth, 16);
    QCOMPARE(found.longest, 5000);
    QCOMPARE(found.rows.size(), size_t(10));
    QCOMPARE(found.rows[0], int64_t(15)); // 2 to 16: the first row is in no part
    QCOMPARE(found.rows[1], int64_t(16)); // 17 to 32
    QCOMPARE(found.rows[9], int64_t(1));
    QCOMPARE(std::accumulate(found.rows.begin(), found.rows.end(), int64_t(0)), int64_t(100));
    QVERIFY(histogramOf({}, {}).rows.empty());
}

void tst_Overview::tooLongRows()
{
    const std::vector<int32_t> lengths{4, 9, 8, 12};
    const std::vector<std::optional<Part>> parts{Part::Train, Part::Train, Part::Test,
                                                 std::nullopt};
    QCOMPARE(tooLong(lengths, parts, 8).rows, (std::vector<int64_t>{1}));
    QCOMPARE(tooLong(lengths, parts, 3).count, int64_t(3));
    QCOMPARE(tooLong(lengths, parts, 12).count, int64_t(0));
}

QTEST_APPLESS_MAIN(tst_Overview)
#include "tst_overview.moc"
