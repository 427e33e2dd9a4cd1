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
    void aBrokenListInNoPartIsNoObstacle();
    void problemsLookAtEachLabel_data();
    void problemsLookAtEachLabel();
    void smallClassesShowTheirRows();
    void copiesWithLabelsOfTheirOwnContradict();
    void hostileCells();
    void aCellOfManyLabels();
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

const Columns textAndLabel{.text = "text", .label = "label"};

/// "2: 0,4": how many, and which rows.
QByteArray shownProblem(const Overview &overview, const std::string &id)
{
    const auto found = std::ranges::find(overview.problems, id, &DataProblem::id);
    if (found == overview.problems.end())
        return "none";
    QByteArray out = QByteArray::number(qlonglong(found->count)) + ":";
    for (const int64_t row : found->rows)
        out += (out.endsWith(':') ? " " : ",") + QByteArray::number(qlonglong(row));
    return out;
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
    QVERIFY2(error.startsWith("data.unknown_labels: ") && error.contains("\"z\" (1)"),
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
    bool anyReturned = false;
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const Split split =
            splitTable(sound, textAndLabel, {.validation = 0.3, .seed = seed}, cells);
        const LabelInventory training = countLabels(sound, "label", split.train, cells);
        QCOMPARE(training.labels.size(), size_t(5));
        QVERIFY(!split.validation.empty());
        // 0.3 of 32 rows are drawn; what is not there any more went back, and is told.
        const auto returned = 10 - int64_t(split.validation.size());
        const auto note =
            std::ranges::find(split.notes, "data.returned_to_training"s, &Message::id);
        QCOMPARE(note != split.notes.end(), returned > 0);
        if (returned > 0)
            QVERIFY(note->values.at("count") == MessageValue(returned));
        anyReturned = anyReturned || returned > 0;
    }
    QVERIFY(anyReturned);
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
    // "b" is in most rows, and yet no answer of most rows.
    QCOMPARE(overview.majority, (std::vector{"a"s, "b"s}));
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

void tst_LabelCells::aBrokenListInNoPartIsNoObstacle()
{
    const Table table = readText("text;label;split\na;x|y;train\nb;x;train\nc;[x;later\n"
                                 "d;x;dev\ne;y;dev\n",
                                 "rows.csv", {.separator = ';', .quote = '\0'});
    Columns columns = textAndLabel;
    columns.split = "split";
    const auto overview = lookOver(table, columns, {}, {}, {}, true);
    QVERIFY2(overview, overview ? "" : overview.error().what());
    QVERIFY(!overview.value().obstacle);
    QCOMPARE(shownProblem(overview.value(), "no_part"), "1: 2");
    QCOMPARE(shownProblem(overview.value(), "note"), "1:");
}

void tst_LabelCells::problemsLookAtEachLabel_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *name, const char *lines, const char *id, const char *found) {
        QTest::newRow(name) << QByteArray(lines) << QByteArray(id) << QByteArray(found);
    };
    row("case", "a\t[\"Red\", \"x\"]\nb\tred\nc\tred;x\n", "labels_alike", "1: 0");
    row("another order is no contradiction", "a\tx;y\na\ty;x\n", "contradictions", "none");
    row("but a copy", "a\tx;y\na\t[\"y\", \"x\"]\n", "copies", "1: 0,1");
    row("one label more", "a\tx;y\na\tx\n", "contradictions", "1: 0,1");
    row("none and one", "a\t[]\na\tx\n", "contradictions", "1: 0,1");
}

void tst_LabelCells::problemsLookAtEachLabel()
{
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, found);
    std::string content = "text\tlabel\n" + lines.toStdString();
    for (int i = 0; i < 20; ++i)
        content += "text number " + std::to_string(i) + (i % 2 ? "\tx;y\n" : "\ty\n");
    const Table table =
        readText(content, "rows.tsv", {.format = "csv", .separator = '\t', .quote = '\0'});
    const Overview overview = lookOver(table, textAndLabel, {}, {}, {}, true).value();
    QCOMPARE(shownProblem(overview, id.toStdString()), found);
}

void tst_LabelCells::smallClassesShowTheirRows()
{
    std::vector<std::string> all(30, "a;b");
    all[7] = "a;lonely";
    const Overview overview = lookOver(tableOf(all), textAndLabel, {}, {}, {}, true).value();
    QCOMPARE(shownProblem(overview, "small_classes"), "1: 7");
}

void tst_LabelCells::copiesWithLabelsOfTheirOwnContradict()
{
    // No other row has the labels of these two.
    std::string content = "text\tlabel\nsame\ta;b\nsame\tb;c\n";
    for (int i = 0; i < 20; ++i)
        content += "text number " + std::to_string(i) + (i % 2 ? "\ta;b;c\n" : "\tb\n");
    const Table table =
        readText(content, "rows.tsv", {.format = "csv", .separator = '\t', .quote = '\0'});
    const Split split = splitTable(table, textAndLabel, {}, LabelCells::severalIn(table, "label"));
    QCOMPARE(sentence(split.notes, "data.contradictory_copies"),
             QByteArray("Texts of rows.tsv that stand there with different labels: 1."));
}

void tst_LabelCells::aCellOfManyLabels()
{
    // In a time that grows with its length: else this does not end.
    constexpr int many = 300000;
    std::string cell;
    for (int i = 0; i < 2 * many; ++i)
        cell += "name " + std::to_string(i % many) + ";";
    const auto labels = LabelCells::severalIn(tableOf({"x;y"}), "label").of(cell);
    QVERIFY(labels);
    QCOMPARE(labels->size(), size_t(many));
    QCOMPARE(labels->back(), "name " + std::to_string(many - 1));
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
