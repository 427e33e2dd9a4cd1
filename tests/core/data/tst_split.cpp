// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include "core/data/labels.h"
#include "core/data/split.h"

#include <QTest>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace luthier;
using namespace std::string_literals;

class tst_Split : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesAndClasses_data();
    void sharesAndClasses();
    void sameSeedSameRows();
    void copiesStayTogether();
    void pairsAreCopiesOnlyTogether();
    void contradictoryCopies();
    void smallClasses();
    void withoutLabels();
    void rowsWithoutLabelAreInNoPart();
    void refuses_data();
    void refuses();
    void splitColumn();
    void splitColumnWithoutValidation();
    void splitColumnWithoutTraining();
    void leaksAreCounted_data();
    void leaksAreCounted();
    void leaksNeedTheSameColumns();
};

namespace {

const Columns textAndLabel{.text = "text", .label = "label"};

Table tableOf(const std::vector<std::pair<std::string, int>> &classes)
{
    std::string content = "text,label\n";
    int number = 0;
    for (const auto &[label, rows] : classes)
        for (int i = 0; i < rows; ++i)
            content += "text number " + std::to_string(number++) + "," + label + "\n";
    return readText(content);
}

std::map<std::string, int64_t> countsIn(const Table &table, const std::vector<int64_t> &rows)
{
    std::map<std::string, int64_t> counts;
    for (const int64_t row : rows)
        ++counts[std::string(table.cell(row, 1).value_or(""))];
    return counts;
}

bool isPartition(const Split &split, int64_t rows)
{
    std::vector<int64_t> all;
    for (const auto *part : {&split.train, &split.validation, &split.test}) {
        if (!std::ranges::is_sorted(*part))
            return false;
        all.insert(all.end(), part->begin(), part->end());
    }
    std::ranges::sort(all);
    std::vector<int64_t> expected(static_cast<size_t>(rows));
    std::iota(expected.begin(), expected.end(), 0);
    return all == expected;
}

} // namespace

void tst_Split::sharesAndClasses_data()
{
    QTest::addColumn<double>("validation");
    QTest::addColumn<double>("test");
    QTest::addColumn<bool>("stratify");
    for (const double validation : {0.05, 0.15, 0.2, 0.5})
        for (const double test : {0.0, 0.1, 0.29})
            for (const bool stratify : {true, false})
                QTest::addRow("%g and %g%s", validation, test, stratify ? "" : ", not stratified")
                    << validation << test << stratify;
}

void tst_Split::sharesAndClasses()
{
    QFETCH(double, validation);
    QFETCH(double, test);
    QFETCH(bool, stratify);
    const std::vector<std::pair<std::string, int>> classes{
        {"a", 487}, {"b", 211}, {"c", 53}, {"d", 20}, {"e", 7}};
    const Table table = tableOf(classes);
    for (uint64_t seed = 0; seed < 10; ++seed) {
        const Split split = splitTable(
            table, textAndLabel,
            {.validation = validation, .test = test, .stratify = stratify, .seed = seed});
        QVERIFY(isPartition(split, table.rows()));
        QVERIFY(std::abs(double(split.validation.size()) - validation * double(table.rows())) <= 1);
        QVERIFY(std::abs(double(split.test.size()) - test * double(table.rows())) <= 1);
        auto inValidation = countsIn(table, split.validation);
        auto inTest = countsIn(table, split.test);
        for (const auto &[label, rows] : classes) {
            if (!stratify)
                break;
            QVERIFY(std::abs(double(inValidation[label]) - validation * rows) <= 1);
            QVERIFY(std::abs(double(inTest[label]) - test * rows) <= 1);
        }
    }
}

void tst_Split::sameSeedSameRows()
{
    const Table table = tableOf({{"a", 12}, {"b", 8}});
    const Split split =
        splitTable(table, textAndLabel, {.validation = 0.25, .test = 0.2, .seed = 42});
    QCOMPARE(split.validation, (std::vector<int64_t>{3, 7, 10, 14, 15}));
    QCOMPARE(split.test, (std::vector<int64_t>{6, 9, 12, 16}));
    QCOMPARE(splitTable(table, textAndLabel, {.validation = 0.25, .test = 0.2, .seed = 42}).train,
             split.train);
    QVERIFY(
        splitTable(table, textAndLabel, {.validation = 0.25, .test = 0.2, .seed = 43}).validation !=
        split.validation);
}

void tst_Split::copiesStayTogether()
{
    // Every third text stands there up to six times.
    std::string content = "text,label\n";
    int64_t copies = 0;
    for (int i = 0; i < 300; ++i)
        for (int copy = 0; copy <= (i % 3 ? 0 : i % 6); ++copy) {
            content += "text " + std::to_string(i) + "," + (i % 2 ? "x" : "y") + "\n";
            copies += copy > 0;
        }
    const Table table = readText(content);
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const Split split =
            splitTable(table, textAndLabel, {.validation = 0.2, .test = 0.2, .seed = seed});
        QVERIFY(isPartition(split, table.rows()));
        std::map<std::string_view, std::set<int>> sides;
        int side = 0;
        for (const auto *part : {&split.train, &split.validation, &split.test}) {
            for (const int64_t row : *part)
                sides[*table.cell(row, 0)].insert(side);
            ++side;
        }
        for (const auto &[text, in] : sides)
            QCOMPARE(in.size(), size_t(1));
        QVERIFY(std::abs(double(split.validation.size()) - 0.2 * double(table.rows())) <= 2);
        QCOMPARE(sentence(split.notes, "data.copies"),
                 "Rows of rows.csv that are exact copies of another one: " +
                     QByteArray::number(qlonglong(copies)) + "; copies stay in one part.");
        QVERIFY(!leaks(table, split.train, table, split.validation, textAndLabel, "validation"));
    }
}

void tst_Split::pairsAreCopiesOnlyTogether()
{
    const Table table = readText("text,label,second\nq,x,1\nq,y,2\nq,x,3\nq,y,4\nq,x,5\nq,y,6\n");
    Columns columns = textAndLabel;
    QVERIFY(errorOf([&] {
                splitTable(table, columns, {.validation = 0.34});
            }).startsWith("data.empty_validation"));
    columns.textPair = "second";
    QCOMPARE(splitTable(table, columns, {.validation = 0.34}).validation.size(), size_t(2));
}

void tst_Split::contradictoryCopies()
{
    // All rows of label c are copies of texts of other labels: it must not leave the training rows
    // altogether.
    std::string content = "text,label\n";
    for (int i = 0; i < 60; ++i)
        content += "text " + std::to_string(i) + "," + (i % 2 ? "a" : "b") + "\n";
    content += "text 3,c\ntext 8,c\n";
    const Table table = readText(content);
    for (uint64_t seed = 0; seed < 50; ++seed) {
        const Split split = splitTable(table, textAndLabel, {.validation = 0.5, .seed = seed});
        QVERIFY(isPartition(split, table.rows()));
        requireSeenLabels(countLabels(table, "label", split.train),
                          countLabels(table, "label", split.validation), "validation");
        QCOMPARE(sentence(split.notes, "data.contradictory_copies"),
                 "Texts of rows.csv that stand there with different labels: 2.");
    }
}

void tst_Split::smallClasses()
{
    const Table table = tableOf({{"large", 40}, {"pair", 2}, {"single", 1}});
    const Split split = splitTable(table, textAndLabel, {.validation = 0.2, .test = 0.2});
    QVERIFY(isPartition(split, table.rows()));
    QCOMPARE(countsIn(table, split.train)["single"], 1);
    QVERIFY(countsIn(table, split.train)["pair"] >= 1);
    QCOMPARE(sentence(split.notes, "data.small_classes"),
             "These classes have too few rows to be in every part, and are in training at least: "
             "\"pair\" (2), \"single\" (1).");
    QVERIFY(splitTable(tableOf({{"a", 20}, {"b", 20}}), textAndLabel, {.validation = 0.2})
                .notes.empty());
}

void tst_Split::withoutLabels()
{
    const Table table = tableOf({{"a", 30}, {"b", 1}});
    const Columns columns{.text = "text"};
    const Split split = splitTable(table, columns, {.validation = 0.1});
    QVERIFY(isPartition(split, table.rows()));
    QCOMPARE(split.validation.size(), size_t(3));
    QVERIFY(split.notes.empty());
}

void tst_Split::rowsWithoutLabelAreInNoPart()
{
    const Table table = readText("text,label\na,x\nb,\nc,y\nd,x\ne,nan\nf,y\n");
    const Split split = splitTable(table, textAndLabel, {.validation = 0.5});
    std::vector<int64_t> all = split.train;
    all.insert(all.end(), split.validation.begin(), split.validation.end());
    std::ranges::sort(all);
    QCOMPARE(all, (std::vector<int64_t>{0, 2, 3, 5}));
}

void tst_Split::refuses_data()
{
    QTest::addColumn<double>("validation");
    QTest::addColumn<double>("test");
    QTest::addColumn<int>("rowsOfEach");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("E1 share of zero") << 0.0 << 0.0 << 10 << QByteArray("data.empty_validation");
    QTest::newRow("E1 one row of each class")
        << 0.5 << 0.0 << 1 << QByteArray("data.empty_validation");
    QTest::newRow("all of it") << 1.0 << 0.0 << 10 << QByteArray("data.split_shares");
    QTest::newRow("together all of it") << 0.5 << 0.5 << 10 << QByteArray("data.split_shares");
    QTest::newRow("negative") << -0.1 << 0.0 << 10 << QByteArray("data.split_shares");
    QTest::newRow("not a number") << std::nan("") << 0.0 << 10 << QByteArray("data.split_shares");
}

void tst_Split::refuses()
{
    QFETCH(double, validation);
    QFETCH(double, test);
    QFETCH(int, rowsOfEach);
    QFETCH(QByteArray, id);
    const Table table = tableOf({{"a", rowsOfEach}, {"b", rowsOfEach}});
    const QByteArray error =
        errorOf([&] { splitTable(table, textAndLabel, {.validation = validation, .test = test}); });
    QVERIFY2(error.startsWith(id + ": "), error.constData());
}

void tst_Split::splitColumn()
{
    const Table table = readText(
        "text,label,split\na,x,train\nb,y,Training\nc,x,DEV\nd,y,test\ne,x,later\nf,y,\nb,y,val\n");
    Columns columns = textAndLabel;
    columns.split = "split";
    const Split split = splitTable(table, columns, {});
    QCOMPARE(split.train, (std::vector<int64_t>{0, 1}));
    QCOMPARE(split.validation, (std::vector<int64_t>{2, 6}));
    QCOMPARE(split.test, (std::vector<int64_t>{3}));
    QCOMPARE(sentence(split.notes, "data.split_value_unknown"),
             "Rows of rows.csv in no part: 2; column split says \"\", \"later\" there.");
    QCOMPARE(sentence(split.notes, "data.leak"),
             "Validation rows that are also in the training rows: 1 of 2. They make the results "
             "look too good; remove them from one side.");
}

void tst_Split::splitColumnWithoutValidation()
{
    std::string content = "text,label,split\n";
    for (int i = 0; i < 40; ++i)
        content.append("t")
            .append(std::to_string(i))
            .append(i % 2 ? ",x," : ",y,")
            .append(i < 30 ? "train\n" : "test\n");
    const Table table = readText(content);
    Columns columns = textAndLabel;
    columns.split = "split";
    const Split split = splitTable(table, columns, {.validation = 0.2, .test = 0.3});
    QVERIFY(isPartition(split, 40));
    QCOMPARE(split.validation.size(), size_t(6));
    QVERIFY(split.validation.back() < 30);
    QCOMPARE(split.test, (std::vector<int64_t>{30, 31, 32, 33, 34, 35, 36, 37, 38, 39}));
}

void tst_Split::splitColumnWithoutTraining()
{
    const Table table = readText("text,label,split\na,x,1\nb,y,2\n");
    Columns columns = textAndLabel;
    columns.split = "split";
    QCOMPARE(errorOf([&] { splitTable(table, columns, {}); }),
             "data.no_training_rows: Column split of rows.csv names no training row; write train, "
             "validation or test in it (it holds \"1\", \"2\").");
}

void tst_Split::leaksAreCounted_data()
{
    QTest::addColumn<int>("trainingRows");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("said");
    const QByteArray both = " rows that are also in the training rows: ";
    const QByteArray rest = ". They make the results look too good; remove them from one side.";
    QTest::newRow("E11 three rows in training and validation")
        << 3 << QByteArray("validation") << "Validation" + both + "3 of 5" + rest;
    QTest::newRow("E11 three rows in training and test")
        << 3 << QByteArray("test") << "Test" + both + "3 of 5" + rest;
    QTest::newRow("E11 one row in both")
        << 2 << QByteArray("validation") << "Validation" + both + "1 of 5" + rest;
    QTest::newRow("E11 none") << 1 << QByteArray("validation") << QByteArray();
}

void tst_Split::leaksAreCounted()
{
    QFETCH(int, trainingRows);
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, said);
    const Table training = readText("text,label\na,x\nb,y\nc,x\n");
    const Table other = readText("text,label\nb,x\nd,y\nB,x\nc,x\nc,y\n", "other.csv");
    const std::vector<int64_t> rows{0, 1, 2}, all{0, 1, 2, 3, 4};
    const auto warning = leaks(training, std::span(rows).first(size_t(trainingRows)), other, all,
                               textAndLabel, part.toStdString());
    QCOMPARE(warning ? QByteArray::fromStdString(warning->english()) : QByteArray(), said);
}

void tst_Split::leaksNeedTheSameColumns()
{
    const Table training = readText("text,label\na,x\n"), other = readText("body,label\na,x\n");
    const std::vector<int64_t> first{0};
    QVERIFY(errorOf([&] {
                leaks(training, first, other, first, textAndLabel, "test");
            }).startsWith("data.missing_column"));
}

QTEST_APPLESS_MAIN(tst_Split)
#include "tst_split.moc"
