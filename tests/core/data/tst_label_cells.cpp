// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include "core/data/examples.h"
#include "core/data/overview.h"
#include "core/data/split.h"

#include <QTest>

using namespace luthier;
using namespace std::string_literals;

class tst_LabelCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCells_data();
    void readsCells();
    void findsTheSeparator_data();
    void findsTheSeparator();
    void listsOfJsonAreRead();
    void brokenListsAreRefused_data();
    void brokenListsAreRefused();
    void countsEachLabel();
    void rowsHaveNumbersInOrder();
    void unknownLabelsAreRefused();
    void setsAreSplitAlike();
    void everyLabelIsInTraining();
    void overviewCountsEachLabel();
    void overviewSaysWhatIsBroken();
    void hostileCells();
};

namespace {

QByteArray joined(const std::optional<std::vector<std::string>> &labels)
{
    if (!labels)
        return "none";
    QByteArray out;
    for (const std::string &label : *labels)
        out += (out.isEmpty() ? "" : "/") + QByteArray::fromStdString(label);
    return out;
}

/// "a 1, b 3".
std::string listedLabels(const LabelInventory &found)
{
    std::string out;
    for (const LabelCount &label : found.labels)
        out += (out.empty() ? "" : ", ") + label.name + " " + std::to_string(label.rows);
    return out;
}

/// A table whose cells are taken as they are.
Table tableOf(const std::vector<std::string> &cells)
{
    std::string content = "text\tlabel\n";
    for (size_t i = 0; i < cells.size(); ++i)
        content += "text number " + std::to_string(i) + "\t" + cells[i] + "\n";
    return readText(content, "rows.tsv", {.format = "csv", .separator = '\t', .quote = '\0'});
}

} // namespace

void tst_LabelCells::readsCells_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("labels");
    const auto add = [](const char *name, const char *cell, const char *labels) {
        QTest::newRow(name) << QByteArray(cell) << QByteArray(labels);
    };
    add("separated", "a; b b ;c", "a/b b/c");
    add("one", "a", "a");
    add("twice", "a;b;a", "a/b");
    add("empty places", ";a;;b;", "a/b");
    add("none", "[]", "");
    add("JSON", R"(["a", "b;c"])", "a/b;c");
    add("JSON escapes", R"(["\uD55C", "a\"b"])", "한/a\"b");
    add("JSON numbers", "[1, 2.5,3]", "1/2.5/3");
    add("Python", "['a', 'it\\'s']", "a/it's");
    add("spaces around", "  [ \"a\" ]  ", "a");
    add("E4 broken list", "[\"a\"", "none");
    add("E4 nested list", "[[\"a\"]]", "none");
    add("E4 object in a list", "[{\"a\":1}]", "none");
    add("E4 null in a list", "[\"a\", null]", "none");
    add("E4 None in a list", "['a', None]", "none");
    add("E4 NaN in a list", "[NaN]", "none");
    add("E4 no comma", "[\"a\" \"b\"]", "none");
    add("E4 more behind it", "[\"a\"] b", "none");
    add("E4 open quote", "[\"a]", "none");
    add("E4 escape at the end", "[\"a\\", "none");
}

void tst_LabelCells::readsCells()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, labels);
    const LabelCells cells = LabelCells::severalIn(tableOf({"x;y"}), "label");
    QCOMPARE(joined(cells.of(cell.toStdString())), labels);
}

void tst_LabelCells::findsTheSeparator_data()
{
    QTest::addColumn<QByteArrayList>("cells");
    QTest::addColumn<QByteArray>("separator");
    QTest::newRow("|") << QByteArrayList{"a|b", "a"} << QByteArray("|");
    QTest::newRow("comma") << QByteArrayList{"a,b", "a"} << QByteArray(",");
    QTest::newRow("the most frequent") << QByteArrayList{"a,b;c", "a;b", "c"} << QByteArray(";");
    QTest::newRow("none") << QByteArrayList{"a", "b"} << QByteArray();
    QTest::newRow("lists do not count") << QByteArrayList{"[\"a\", \"b\"]", "[]"} << QByteArray();
}

void tst_LabelCells::findsTheSeparator()
{
    QFETCH(QByteArrayList, cells);
    QFETCH(QByteArray, separator);
    std::vector<std::string> all;
    for (const QByteArray &cell : cells)
        all.push_back(cell.toStdString());
    const LabelCells found = LabelCells::severalIn(tableOf(all), "label");
    QVERIFY(found.areSeveral());
    QCOMPARE(found.separator(), separator.isEmpty() ? '\0' : separator.front());
}

void tst_LabelCells::listsOfJsonAreRead()
{
    const Table table = readText(
        "{\"text\":\"x\",\"label\":[\"a\",\"b\"]}\n{\"text\":\"y\",\"label\":[]}\n", "rows.jsonl");
    const LabelCells cells = LabelCells::severalIn(table, "label");
    const LabelInventory found = countLabels(table, "label", cells);
    QCOMPARE(found.labels.size(), size_t(2));
    QCOMPARE(found.labelled, (std::vector<int64_t>{0, 1}));
    QVERIFY(hasMessage(found.notes, "data.labels_listed"));
    QVERIFY(!hasMessage(found.notes, "data.labels_are_lists"));
    QVERIFY(hasMessage(countLabels(table, "label").notes, "data.labels_are_lists"));
}

void tst_LabelCells::brokenListsAreRefused_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("E4 cut off") << QByteArray("[\"a\", ");
    QTest::newRow("E4 object") << QByteArray("[{}]");
}

void tst_LabelCells::brokenListsAreRefused()
{
    QFETCH(QByteArray, cell);
    const Table table = tableOf({"a;b", cell.toStdString(), "c"});
    const LabelCells cells = LabelCells::severalIn(table, "label");
    const QByteArray error = errorOf([&] { countLabels(table, "label", cells); });
    QVERIFY2(error.startsWith("data.broken_label_list: Line 3 of rows.tsv"), error.constData());
}

void tst_LabelCells::countsEachLabel()
{
    const Table table = tableOf({"a;b", "b", "", "[]", "b;c"});
    const LabelInventory found = countLabels(table, "label", LabelCells::severalIn(table, "label"));
    QCOMPARE(QByteArray::fromStdString(listedLabels(found)), QByteArray("a 1, b 3, c 1"));
    // An empty cell is a label that is missing; [] says that there is none.
    QCOMPARE(found.missing, (std::vector<int64_t>{2}));
    QCOMPARE(sentence(found.notes, "data.labels_separated"),
             QByteArray("Column label holds 3 labels, 1.25 a row on average, with \";\" between "
                        "them."));
}

void tst_LabelCells::rowsHaveNumbersInOrder()
{
    const Table table = tableOf({"c;a", "[]", "b"});
    const LabelCells cells = LabelCells::severalIn(table, "label");
    const std::vector<int64_t> rows{0, 1, 2};
    const TextRows taken = rowsFrom(table, {.text = "text", .label = "label"}, rows,
                                    LabelOrder({"a", "b", "c"}), cells);
    QCOMPARE(taken.label, (std::vector<int64_t>{0, 2, 1}));
    QCOMPARE(taken.labelOffsets, (std::vector<int64_t>{0, 2, 2, 3}));
}

void tst_LabelCells::unknownLabelsAreRefused()
{
    const Table table = tableOf({"a;b", "a;z"});
    const LabelCells cells = LabelCells::severalIn(table, "label");
    const std::vector<int64_t> rows{0, 1};
    const QByteArray error = errorOf([&] {
        rowsFrom(table, {.text = "text", .label = "label"}, rows, LabelOrder({"a", "b"}), cells);
    });
    QVERIFY2(error.startsWith("data.unknown_label: ") && error.contains("label z"),
             error.constData());
}

void tst_LabelCells::setsAreSplitAlike()
{
    std::vector<std::string> all;
    for (int i = 0; i < 20; ++i)
        for (const char *cell : {"a;b", "b;a", "a", "[]"})
            all.push_back(cell);
    const Table table = tableOf(all);
    const LabelCells cells = LabelCells::severalIn(table, "label");
    const Split split =
        splitTable(table, {.text = "text", .label = "label"}, {.validation = 0.25}, cells);
    std::map<std::string, int> counts;
    for (const int64_t row : split.validation)
        ++counts[all[size_t(row)]];
    QCOMPARE(counts["a;b"] + counts["b;a"], 10);
    QCOMPARE(counts["a"], 5);
    QCOMPARE(counts["[]"], 5);
    QCOMPARE(sentence(split.notes, "data.split_by_sets"),
             QByteArray("Each of the 3 sets of labels that occur has the same share of every part; "
                        "the 0 that one row alone has are drawn together."));
}

void tst_LabelCells::everyLabelIsInTraining()
{
    // Every row has labels that no other row has.
    std::vector<std::string> all;
    for (int i = 0; i < 30; ++i)
        all.push_back("x" + std::to_string(i) + ";y" + std::to_string(i % 3));
    const Table table = tableOf(all);
    const LabelCells cells = LabelCells::severalIn(table, "label");
    for (uint64_t seed = 0; seed < 5; ++seed) {
        const QByteArray error = errorOf([&] {
            splitTable(table, {.text = "text", .label = "label"}, {.validation = 0.2, .seed = seed},
                       cells);
        });
        QVERIFY2(error.startsWith("data.empty_validation: "), error.constData());
    }
    for (std::string &cell : all)
        cell = cell.substr(cell.find(';') + 1) + ";z";
    all.push_back("y0;y1");
    all.push_back("only;z");
    const Table sound = tableOf(all);
    const Columns columns{.text = "text", .label = "label"};
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const Split split = splitTable(sound, columns, {.validation = 0.3, .seed = seed}, cells);
        const LabelInventory training = countLabels(sound, "label", split.train, cells);
        QCOMPARE(training.labels.size(), size_t(5));
        QVERIFY(!split.validation.empty());
    }
}

void tst_LabelCells::overviewCountsEachLabel()
{
    std::vector<std::string> all;
    for (int i = 0; i < 10; ++i)
        for (const char *cell : {"a;b", "b;a", "b", "[]"})
            all.push_back(cell);
    const Table table = tableOf(all);
    const Overview overview =
        lookOver(table, {.text = "text", .label = "label"}, {}, {}, {}, true).value();
    QVERIFY(!overview.obstacle);
    QCOMPARE(overview.labels.size(), size_t(2));
    QCOMPARE(overview.labels[0].name, "b"s);
    QCOMPARE(overview.labels[0].rows, int64_t(30));
    QCOMPARE(overview.majorityShare(), 0.5);
    QCOMPARE(overview.counts.inUse, int64_t(40));
}

void tst_LabelCells::overviewSaysWhatIsBroken()
{
    std::vector<std::string> all(20, "a;b");
    all[4] = "[\"a\"";
    const Table table = tableOf(all);
    const Result<Overview> overview =
        lookOver(table, {.text = "text", .label = "label"}, {}, {}, {}, true);
    QVERIFY(overview);
    QVERIFY(overview.value().obstacle);
    QCOMPARE(overview.value().obstacle->id, "data.broken_label_list"s);
}

void tst_LabelCells::hostileCells()
{
    const LabelCells cells = LabelCells::severalIn(tableOf({"x;y"}), "label");
    SplitMix64 random(3);
    int read = 0;
    for (int round = 0; round < 3000; ++round)
        read += cells.of(mutated(R"(["a", 'b\'', 3, "c"])", "[]\"',;\\ {n", random)).has_value();
    QVERIFY(read > 100 && read < 2900);
}

QTEST_APPLESS_MAIN(tst_LabelCells)
#include "tst_label_cells.moc"
