// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_text.h"

#include "core/data/roles.h"

#include <QTest>

using namespace luthier;
using namespace std::string_literals;

class tst_Roles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data();
    void guesses();
    void saysWhy();
    void aLabelIsGuessedByContentForClassesOnly();
    void requestedColumnsStand();
    void missingColumns_data();
    void missingColumns();
    void noTextColumn();
};

namespace {

QByteArray shown(const Columns &columns)
{
    QByteArray out;
    for (const auto &name :
         {columns.text, columns.textPair, columns.label, columns.id, columns.split})
        out += (out.isEmpty() ? "" : "|") +
               (name ? QByteArray::fromStdString(*name) : QByteArray("~"));
    return out;
}

} // namespace

void tst_Roles::guesses_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<QByteArray>("expected");
    const auto add = [](const char *name, const std::string &content, const char *expected) {
        QTest::newRow(name) << content << QByteArray(expected);
    };
    add("usual names", "label,text\nx,a\ny,b\n", "text|~|label|~|~");
    add("text, pair, label, id, split",
        "id,premise,hypothesis,label,split\n1,a,b,x,train\n2,c,d,y,dev\n",
        "premise|hypothesis|label|id|split");
    add("capitals and underscores", "Review_Text,Category\na,x\nb,y\n",
        "Review_Text|~|Category|~|~");
    add("a word of the name", "Product,Customer review (en),Star rating\np,a,1\nq,b,2\n",
        "Customer review (en)|~|Star rating|~|~");
    add("Korean names", "본문,분류\na,x\nb,y\n", "본문|~|분류|~|~");
    add("the likelier of two names", "subject,body,kind\ns,a,x\nt,b,y\n", "body|~|kind|~|~");
    add("by content",
        "was,wie,wo\nthis is long,p,aa\nthis is longer,q,bb\nlonger still,p,cc\nthe longest of "
        "all,q,dd\n",
        "was|~|wie|~|~");
    add("without header", "a good film,pos\na bad film,neg\nsome film,pos\nno film,neg\n",
        "column 1|~|column 2|~|~");
    add("a split column needs the values", "text,label,set\na,x,1\nb,y,2\n", "text|~|label|~|~");
    add("ids do not come back", "text,label,id\na,x,1\nb,y,1\n", "text|~|label|~|~");
    add("one column", "text\na\nb\n", "text|~|~|~|~");
}

void tst_Roles::guesses()
{
    QFETCH(std::string, content);
    QFETCH(QByteArray, expected);
    QCOMPARE(shown(guessColumns(readText(content), "text-classification").columns), expected);
}

void tst_Roles::saysWhy()
{
    const Table byName = readText("label,text\nx,a\ny,b\n");
    const ColumnChoice named = guessColumns(byName, "text-classification");
    QCOMPARE(sentence(named.reasons, "data.text_by_name"), "Column text is the text, by its name.");
    QCOMPARE(sentence(named.reasons, "data.label_by_name"),
             "Column label is the label, by its name.");
    const ColumnChoice found = guessColumns(
        readText("was,wie\nfour\xC3\xA9,p\nsixsix,q\naaaaaa,p\nbbbbbb,q\n"), "text-classification");
    QCOMPARE(sentence(found.reasons, "data.label_by_content"),
             "Column wie is the label: it has only 2 different values.");
    QCOMPARE(sentence(found.reasons, "data.text_by_content"),
             "Column was is the text: its cells are the longest, 6 bytes on average.");
}

void tst_Roles::aLabelIsGuessedByContentForClassesOnly()
{
    const Table table = readText("was,wie\nlong text,p\nlonger text,q\nmore text,p\nlast text,q\n");
    QCOMPARE(shown(guessColumns(table, "causal-lm").columns), "was|~|~|~|~");
}

void tst_Roles::requestedColumnsStand()
{
    const Table table = readText("text,label,body,kind\na,x,c,p\nb,y,d,q\n");
    Columns requested;
    requested.text = "body";
    requested.label = "kind";
    const ColumnChoice choice = resolveColumns(requested, table, "text-classification");
    QCOMPARE(shown(choice.columns), "body|~|kind|~|~");
    QVERIFY(choice.reasons.empty());
    requested.text.reset();
    QCOMPARE(shown(resolveColumns(requested, table, "text-classification").columns),
             "text|~|kind|~|~");
}

void tst_Roles::missingColumns_data()
{
    QTest::addColumn<std::string>("wanted");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("other case") << "Text"s
                                << QByteArray("data.missing_column_near: rows.csv has no column "
                                              "Text; did you mean text? Its columns: text, label.");
    QTest::newRow("misspelt") << "lable"s
                              << QByteArray("data.missing_column_near: rows.csv has no column "
                                            "lable; did you mean label? Its columns: text, label.");
    QTest::newRow("nothing near") << "zzzzzz"s
                                  << QByteArray("data.missing_column: rows.csv has no column "
                                                "zzzzzz; choose one of its columns: text, label.");
}

void tst_Roles::missingColumns()
{
    QFETCH(std::string, wanted);
    QFETCH(QByteArray, error);
    const Table table = readText("text,label\na,x\nb,y\n");
    for (auto Columns::*role :
         {&Columns::text, &Columns::textPair, &Columns::label, &Columns::id, &Columns::split}) {
        Columns requested;
        requested.*role = wanted;
        QCOMPARE(errorOf([&] { resolveColumns(requested, table, "text-classification"); }), error);
    }
}

void tst_Roles::noTextColumn()
{
    const Table table = readText("label\nx\ny\nx\n");
    Columns requested;
    requested.label = "label";
    QVERIFY(errorOf([&] {
                resolveColumns(requested, table, "text-classification");
            }).startsWith("data.no_text_column"));
}

QTEST_APPLESS_MAIN(tst_Roles)
#include "tst_roles.moc"
