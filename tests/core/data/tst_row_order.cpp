// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/case_folding.h"
#include "core/data/row_order.h"
#include "table_text.h"

#include <QTest>

using namespace luthier;

namespace {

using Rows = std::vector<int64_t>;

Rows sorted(const Table &table, int column, bool descending = false)
{
    const auto rows = sortedByColumn(table, allRows(table), column, descending);
    return rows ? rows.value() : throw rows.error();
}

Rows filtered(const Table &table, const RowFilter &filter,
              const std::vector<std::optional<Part>> &parts = {})
{
    const auto rows = filteredRows(table, allRows(table), filter, parts);
    return rows ? rows.value() : throw rows.error();
}

} // namespace

class tst_RowOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByCodePoint();
    void sortsNumbersByValue();
    void isStableInBothDirections();
    void longEqualBeginnings();
    void nothingStandsLast();
    void sortsByANumberBesideTheTable();
    void sortsASelection();
    void filters_data();
    void filters();
    void filtersByLabelAndPart();
    void agreesWithASimpleSearch();
    void foldsCase_data();
    void foldsCase();
    void stops();
};

void tst_RowOrder::sortsByCodePoint()
{
    // Capital letters before small ones, Hangul last: no locale changes it.
    const Table table = readText("text,n\nb,x\nB,x\na,x\n가,x\né,x\nab,x\n");
    QCOMPARE(sorted(table, 0), (Rows{1, 2, 5, 0, 4, 3}));
    QCOMPARE(sorted(table, 0, true), (Rows{3, 4, 0, 5, 2, 1}));
}

void tst_RowOrder::sortsNumbersByValue()
{
    const Table table = readText("text,n\na,10\nb,9\nc,-2\nd,1e3\ne,0.5\nf,-0.5\n");
    QCOMPARE(sorted(table, 1), (Rows{2, 5, 4, 1, 0, 3}));
    const Table mixed = readText("text,n\na,10\nb,9\nc,word\nd,1\n");
    QCOMPARE(sorted(mixed, 1), (Rows{3, 0, 1, 2}));
}

void tst_RowOrder::isStableInBothDirections()
{
    const Table table = readText("text,n\na,x\nb,y\nc,x\nd,y\ne,x\n");
    QCOMPARE(sorted(table, 1), (Rows{0, 2, 4, 1, 3}));
    QCOMPARE(sorted(table, 1, true), (Rows{1, 3, 0, 2, 4}));
}

void tst_RowOrder::longEqualBeginnings()
{
    const Table table =
        readText("text,n\nbeginning c,x\nbeginning a,x\nbeginnin,x\nbeginning b,x\n");
    QCOMPARE(sorted(table, 0), (Rows{2, 1, 3, 0}));
}

void tst_RowOrder::nothingStandsLast()
{
    const Table table = readText("text,n\na,2\nb,\nc,1\n");
    QCOMPARE(sorted(table, 1), (Rows{2, 0, 1}));
    QCOMPARE(sorted(table, 1, true), (Rows{0, 2, 1}));
}

void tst_RowOrder::sortsByANumberBesideTheTable()
{
    const std::vector<int32_t> numbers{30, -1, 10, 20};
    const Rows all{0, 1, 2, 3};
    QCOMPARE(sortedByNumber(all, numbers, false).value(), (Rows{2, 3, 0, 1}));
    QCOMPARE(sortedByNumber(all, numbers, true).value(), (Rows{0, 3, 2, 1}));
}

void tst_RowOrder::sortsASelection()
{
    const Table table = readText("text,n\nd,x\nc,x\nb,x\na,x\n");
    QCOMPARE(sortedByColumn(table, Rows{0, 2, 1}, 0, false).value(), (Rows{2, 1, 0}));
}

void tst_RowOrder::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("nothing") << QStringLiteral("") << QList<int>{0, 1, 2, 3, 4};
    QTest::newRow("case") << QStringLiteral("HELLO") << QList<int>{0, 1};
    QTest::newRow("other column") << QStringLiteral("spam") << QList<int>{2};
    QTest::newRow("not across cells") << QStringLiteral("ham\nhello") << QList<int>{};
    QTest::newRow("hangul") << QStringLiteral("안녕") << QList<int>{3};
    QTest::newRow("accents") << QStringLiteral("ÉCOLE") << QList<int>{4};
    QTest::newRow("other letters") << QStringLiteral("МИР") << QList<int>{3};
    QTest::newRow("no row") << QStringLiteral("hellos") << QList<int>{};
    QTest::newRow("repeating") << QStringLiteral("aab") << QList<int>{2};
}

void tst_RowOrder::filters()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, rows);
    const Table table = readText("text,kind\nHello there,ham\nsay hello,ham\nmoney aaab,spam\n"
                                 "안녕 Мир,ham\nécole,ham\n");
    const Rows found = filtered(table, {.text = text.toStdString()});
    QCOMPARE(QList<int>(found.begin(), found.end()), rows);
}

void tst_RowOrder::filtersByLabelAndPart()
{
    const Table table = readText("text,kind\na,x\nb,y\nc,x\nd,X\n");
    QCOMPARE(filtered(table, {.labelColumn = 1, .label = "x"}), (Rows{0, 2}));
    const std::vector<std::optional<Part>> parts{Part::Train, Part::Test, Part::Test, std::nullopt};
    QCOMPARE(filtered(table, {.part = Part::Test}, parts), (Rows{1, 2}));
    QCOMPARE(
        filtered(table, {.text = "c", .labelColumn = 1, .label = "x", .part = Part::Test}, parts),
        (Rows{2}));
    QCOMPARE(filtered(table, {.text = "a", .columns = {1}}), Rows{});
}

void tst_RowOrder::agreesWithASimpleSearch()
{
    SplitMix64 random(1);
    const auto word = [&](size_t longest) {
        std::string text;
        for (uint64_t i = random.below(longest); i > 0; --i)
            text += "abAB"[random.below(4)];
        return text;
    };
    for (int round = 0; round < 200; ++round) {
        const std::string wanted = "a" + word(5);
        std::string content = "text,n\n";
        Rows expected;
        for (int row = 0; row < 20; ++row) {
            const std::string cell = "b" + word(30);
            content += cell + ",1\n";
            const auto folded = QByteArray::fromStdString(cell).toLower();
            if (folded.contains(QByteArray::fromStdString(wanted).toLower()))
                expected.push_back(row);
        }
        QCOMPARE(filtered(readText(content), {.text = wanted, .columns = {0}}), expected);
    }
}

void tst_RowOrder::foldsCase_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"plain ASCII", "Ärger ÿ Ÿ ß ×", "ĀĄĆĎ Ĳ Ž Ķ ĸ ŉ Ŋ", "ΑΒΓ Ά Έ Ώ Σς",
                             "АЯ Ё Ђ Җ Ӏ Ӎ", "Աւ", "Ḁ ẕ Ạ ỹ", "ＡＺ", "한글 漢字 𝒜 😀", "ʼn"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_RowOrder::foldsCase()
{
    QFETCH(QString, text);
    QString expected;
    for (const char32_t letter : text.toStdU32String())
        expected += QString::fromUcs4(&letter, 1).toLower();
    QCOMPARE(QString::fromStdString(foldedCase(text.toStdString())), expected);
}

void tst_RowOrder::stops()
{
    std::stop_source source;
    source.request_stop();
    const Table table = readText("text,n\na,x\nb,y\n");
    const auto rows = sortedByColumn(table, allRows(table), 0, false, source.get_token());
    QVERIFY(!rows && rows.error().code == Error::Code::Cancelled);
    const auto passed = filteredRows(table, allRows(table), {}, {}, source.get_token());
    QVERIFY(!passed && passed.error().code == Error::Code::Cancelled);
}

QTEST_APPLESS_MAIN(tst_RowOrder)
#include "tst_row_order.moc"
