// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include "core/data/examples.h"
#include "core/data/row_order.h"

#include <QTest>
#include <clocale>

using namespace luthier;
using namespace std::string_literals;

class tst_Labels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts();
    void order_data();
    void order();
    void notes_data();
    void notes();
    void oneClassStops();
    void unseenLabelsStop();
    void rowsBecomeExamples();
    void examplesRefuseWhatTheModelLacks();
    void theLocaleChangesNothing();
};

namespace {

/// One label a row, in quotes; "~" makes an empty cell.
Table labelled(const std::vector<std::string> &labels)
{
    std::string content = "text,label\n";
    for (size_t i = 0; i < labels.size(); ++i)
        content += "text " + std::to_string(i) + "," +
                   (labels[i] == "~" ? "" : "\"" + labels[i] + "\"") + "\n";
    return readText(content);
}

QByteArray joined(const std::vector<std::string> &names)
{
    QByteArray out;
    for (const std::string &name : names)
        out += (out.isEmpty() ? "" : "|") + QByteArray::fromStdString(name);
    return out;
}

} // namespace

void tst_Labels::counts()
{
    const Table table = labelled({"b", "a", "b", "~", "c", "NaN", " ", "b"});
    const LabelInventory all = countLabels(table, "label");
    QCOMPARE(all.labels.size(), size_t(3));
    QCOMPARE(all.labels[0].name, "a"s);
    QCOMPARE(all.labels[1].rows, 3);
    QCOMPARE(all.labelled, (std::vector<int64_t>{0, 1, 2, 4, 7}));
    QCOMPARE(all.missing, (std::vector<int64_t>{3, 5, 6}));
    QCOMPARE(sentence(all.notes, "data.missing_labels"),
             "Rows of rows.csv without a label: 3 (lines 5, 7, 8); they are not trained on.");
    const std::vector<int64_t> some{1, 4};
    const LabelInventory part = countLabels(table, "label", some);
    QCOMPARE(part.labels.size(), size_t(2));
    QVERIFY(part.notes.empty());
    QVERIFY(errorOf([&] { countLabels(table, "lable"); }).startsWith("data.missing_column_near"));
}

void tst_Labels::order_data()
{
    QTest::addColumn<std::vector<std::string>>("labels");
    QTest::addColumn<std::vector<std::string>>("base");
    QTest::addColumn<QByteArray>("expected");
    using List = std::vector<std::string>;
    QTest::newRow("code point") << List{"b", "Z", "a", "é", "가"} << List{}
                                << QByteArray("Z|a|b|é|가");
    QTest::newRow("numbers by value")
        << List{"10", "9", "-1", "2.5"} << List{} << QByteArray("-1|2.5|9|10");
    QTest::newRow("E4 numbers and words by code point")
        << List{"10", "9", "x"} << List{} << QByteArray("10|9|x");
    QTest::newRow("the base's order")
        << List{"pos", "neg"} << List{"pos", "neutral", "neg"} << QByteArray("pos|neutral|neg");
    QTest::newRow("a base that lacks one")
        << List{"pos", "neg", "so"} << List{"pos", "neutral", "neg"} << QByteArray("neg|pos|so");
    QTest::newRow("a base with made-up names")
        << List{"1", "0"} << List{"LABEL_0", "LABEL_1"} << QByteArray("0|1");
}

void tst_Labels::order()
{
    QFETCH(std::vector<std::string>, labels);
    QFETCH(std::vector<std::string>, base);
    QFETCH(QByteArray, expected);
    const LabelOrder order = orderLabels(countLabels(labelled(labels), "label"), base);
    QCOMPARE(joined(order.names()), expected);
    for (size_t i = 0; i < order.names().size(); ++i)
        QCOMPARE(order.find(order.names()[i]), std::optional(int64_t(i)));
    QVERIFY(!order.find("never seen"));
}

void tst_Labels::notes_data()
{
    QTest::addColumn<std::vector<std::string>>("labels");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("said");
    using List = std::vector<std::string>;
    QTest::newRow("nothing to say") << List{"good", "bad"} << QByteArray("none") << QByteArray();
    QTest::newRow("case and spaces")
        << List{"Good", "good ", "good", "bad"} << QByteArray("data.labels_alike")
        << QByteArray(
               R"(These labels differ only by case or spaces, yet are classes of their own: )"
               R"("Good" (1), "good" (1), "good " (1).)");
    QTest::newRow("space that does not break")
        << List{"a b", "a\u00A0b"} << QByteArray("data.labels_alike")
        << QByteArray("These labels differ only by case or spaces, yet are classes of their own: "
                      "\"a b\" (1), \"a\u00A0b\" (1).");
    QTest::newRow("E4 numbers and words")
        << List{"1", "2", "three"} << QByteArray("data.labels_mixed")
        << QByteArray(
               R"(Some labels are numbers: "1" (1), "2" (1); others are words: "three" (1). )"
               R"(All are taken as names.)");
    QTest::newRow("E4 one number written twice")
        << List{"1", "1.0", "2"} << QByteArray("data.labels_same_number")
        << QByteArray(R"(These labels are the same number, yet are classes of their own: )"
                      R"("1" (1), "1.0" (1).)");
    List many;
    for (int i = 0; i < 30; ++i)
        many.push_back("label" + std::to_string(i));
    QTest::newRow("a label for every row")
        << many << QByteArray("data.many_labels")
        << QByteArray("Column label has 30 different labels in 30 rows; is it the label?");
}

void tst_Labels::notes()
{
    QFETCH(std::vector<std::string>, labels);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, said);
    const LabelInventory inventory = countLabels(labelled(labels), "label");
    QCOMPARE(inventory.labels.size(), labels.size());
    QCOMPARE(inventory.notes.size(), size_t(!said.isEmpty()));
    QCOMPARE(sentence(inventory.notes, id.constData()), said);
}

void tst_Labels::oneClassStops()
{
    const Table one = labelled({"x", "x", "~"});
    QCOMPARE(errorOf([&] { requireTwoClasses(countLabels(one, "label")); }),
             "data.one_class: All labels in column label of rows.csv are x; add rows of another "
             "class or choose another column.");
    const Table none = labelled({"~", "nan"});
    QVERIFY(errorOf([&] {
                requireTwoClasses(countLabels(none, "label"));
            }).startsWith("data.no_labels"));
    requireTwoClasses(countLabels(labelled({"x", "y"}), "label"));
}

void tst_Labels::unseenLabelsStop()
{
    const LabelInventory training = countLabels(labelled({"x", "y"}), "label");
    QCOMPARE(errorOf([&] {
                 requireSeenLabels(training, countLabels(labelled({"x", "z", "z", "X"}), "label"),
                                   "validation");
             }),
             "data.unseen_labels: The validation rows have labels that training never saw: \"X\" "
             "(1), \"z\" (2). "
             "Correct them, or add rows of them to the training data.");
    requireSeenLabels(training, countLabels(labelled({"y", "~"}), "label"), "test");
}

void tst_Labels::rowsBecomeExamples()
{
    const Table table = readText("text,second,label\na,1,x\n,,y\n\"two\nlines\",2,\nb,3,x\n");
    Columns columns{.text = "text", .label = "label"};
    const LabelOrder order({"y", "x"});
    const TextRows rows = rowsFrom(table, columns, std::vector<int64_t>{3, 1, 2}, order);
    QCOMPARE(joined(rows.text), "b||two\nlines");
    QVERIFY(rows.textPair.empty());
    QCOMPARE(rows.label, (std::vector<int64_t>{1, 0, -1}));
    QCOMPARE(rows.rowId, (std::vector<int64_t>{6, 3, 4}));
    QCOMPARE(rows.emptyTexts, 1);
    columns.textPair = "second";
    QCOMPARE(joined(rowsFrom(table, columns, allRows(table), order).textPair), "1||2|3");
    columns.label.reset();
    QCOMPARE(rowsFrom(table, columns, allRows(table), order).label, std::vector<int64_t>(4, -1));
}

void tst_Labels::examplesRefuseWhatTheModelLacks()
{
    const Table table = labelled({"x", "q", "y", "z", "q"});
    const Columns columns{.text = "text", .label = "label"};
    QCOMPARE(errorOf([&] {
                 rowsFrom(table, columns, allRows(table), LabelOrder({"x", "y"}));
             }),
             "data.unknown_labels: rows.csv has rows of labels that the model does not know: "
             "\"q\" (2), \"z\" (1). Correct them or leave them out.");
    const Columns unnamed{};
    QVERIFY(errorOf([&] {
                rowsFrom(table, unnamed, allRows(table), LabelOrder({"x"}));
            }).startsWith("data.text_not_named"));
}

void tst_Labels::theLocaleChangesNothing()
{
    if (!std::setlocale(LC_ALL, "de_DE.UTF-8") && !std::setlocale(LC_ALL, "fr_FR.UTF-8"))
        QSKIP("no comma-decimal locale is installed");
    const LabelOrder order = orderLabels(countLabels(labelled({"10.5", "2.5", "1e1"}), "label"));
    std::setlocale(LC_ALL, "C");
    QCOMPARE(joined(order.names()), "2.5|1e1|10.5");
}

QTEST_APPLESS_MAIN(tst_Labels)
#include "tst_labels.moc"
