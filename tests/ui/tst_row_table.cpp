// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs.h"
#include "ui/tables/row_table.h"
#include "ui/tables/row_table_model.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace luthier;

namespace {

/// Words in one column, their lengths in the other.
class Words : public RowSource
{
public:
    explicit Words(QStringList words) : m_words(std::move(words)) {}

    int64_t rows() const override { return m_words.size(); }
    int columns() const override { return 2; }
    QVariant cell(int64_t row, int column, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return column == 0 ? QVariant(m_words[row]) : QVariant(int(m_words[row].size()));
    }
    QVariant header(int column, int role) const override
    {
        return role == Qt::DisplayRole
                   ? QVariant(column == 0 ? QStringLiteral("Word") : QStringLiteral("Length"))
                   : QVariant();
    }

private:
    QStringList m_words;
};

std::shared_ptr<const Words> words(std::initializer_list<const char *> list)
{
    QStringList out;
    for (const char *word : list)
        out += QString::fromUtf8(word);
    return std::make_shared<Words>(out);
}

/// Orders by a column and keeps the words that hold the filter.
RowTableModel::Arrange arrangeOf(std::shared_ptr<const Words> source)
{
    return [source](const RowRequest &request, std::stop_token,
                    const ProgressHandler &) -> Result<std::vector<int64_t>> {
        std::vector<int64_t> out;
        for (int64_t row = 0; row < source->rows(); ++row)
            if (source->cell(row, 0, Qt::DisplayRole)
                    .toString()
                    .contains(request.filter.toString()))
                out.push_back(row);
        if (request.column >= 0)
            std::stable_sort(out.begin(), out.end(), [&](int64_t a, int64_t b) {
                const auto value = [&](int64_t row) {
                    return source->cell(row, request.column, Qt::DisplayRole);
                };
                const bool less = QVariant::compare(value(a), value(b)) == QPartialOrdering::Less;
                const bool more =
                    QVariant::compare(value(a), value(b)) == QPartialOrdering::Greater;
                return request.descending ? more : less;
            });
        return out;
    };
}

QStringList shown(const RowTableModel &model, int column)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out += model.index(row, column).data().toString();
    return out;
}

} // namespace

class RowTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelIsConsistent();
    void theFirstColumnGetsTheRoomThatIsLeft();
    void sortsByTheSourcesValues();
    void filtersAndShowsAllAgain();
    void newestOrderWins();
    void selectionStaysOnItsRow();
    void ticksStayOnTheirRows();
    void otherValuesOfTheSameRowsKeepOrderAndTicks();
    void noMoreTicksThanAllowed();
    void headerClickSortsAndThirdClickEndsIt();
    void keysTickOpenRenameAndRemove();
    void aMillionRows();
};

void RowTableTest::theFirstColumnGetsTheRoomThatIsLeft()
{
    RowTable table;
    RowTableModel model;
    table.setModel(&model);
    model.setSource(words({"a", "beta"}));
    table.resize(600, 200);
    table.show();
    table.fitColumns(0.5, 80);
    const QHeaderView *header = table.horizontalHeader();
    QCOMPARE(header->sectionSize(0) + header->sectionSize(1), table.viewport()->width());
    QVERIFY(header->sectionSize(1) > table.neededWidth(1));
    QVERIFY(header->sectionSize(0) > header->sectionSize(1));
    // No column takes more than its share, and the first one keeps its least width.
    table.fitColumns(0.05, 80);
    QVERIFY(header->sectionSize(1) < table.neededWidth(1));
    table.fitColumns(0.5, 2000);
    QCOMPARE(header->sectionSize(0), 2000);
}

void RowTableTest::modelIsConsistent()
{
    Jobs jobs;
    RowTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCheckable(true);
    const auto source = words({"pear", "fig", "apple"});
    model.setSource(source);
    model.setArrange(&jobs, QStringLiteral("words"), arrangeOf(source));
    model.sort(1, Qt::AscendingOrder);
    QTRY_COMPARE(shown(model, 1).constFirst(), QStringLiteral("apple"));
    model.setFilter(QStringLiteral("p"));
    QTRY_COMPARE(model.rowCount(), 2);
    model.setSource(words({"kiwi"}));
    model.setSource({});
    QCOMPARE(model.rowCount(), 0);
}

void RowTableTest::sortsByTheSourcesValues()
{
    Jobs jobs;
    RowTableModel model;
    const auto source = words({"pear", "fig", "apple"});
    model.setSource(source);
    model.setArrange(&jobs, QStringLiteral("words"), arrangeOf(source));
    model.sort(1, Qt::DescendingOrder);
    const QStringList byLength{QStringLiteral("apple"), QStringLiteral("pear"),
                               QStringLiteral("fig")};
    QTRY_COMPARE(shown(model, 0), byLength);
    QCOMPARE(model.sourceRow(model.index(0, 0)), 2);
    QCOMPARE(model.indexOfSource(1).row(), 2);
}

void RowTableTest::filtersAndShowsAllAgain()
{
    Jobs jobs;
    RowTableModel model;
    const auto source = words({"pear", "fig", "apple"});
    model.setSource(source);
    model.setArrange(&jobs, QStringLiteral("words"), arrangeOf(source));
    model.setFilter(QStringLiteral("g"));
    QTRY_COMPARE(shown(model, 0), QStringList{QStringLiteral("fig")});
    model.setFilter(QString());
    QTRY_COMPARE(model.rowCount(), 3);
}

void RowTableTest::newestOrderWins()
{
    Jobs jobs;
    RowTableModel model;
    const auto source = words({"pear", "fig", "apple"});
    model.setSource(source);
    model.setArrange(&jobs, QStringLiteral("words"), arrangeOf(source));
    for (const char *filter : {"p", "f", "pp", "ea"})
        model.setFilter(QString::fromUtf8(filter));
    QTRY_COMPARE(shown(model, 0), QStringList{QStringLiteral("pear")});
    QTest::qWait(50);
    QCOMPARE(shown(model, 0), QStringList{QStringLiteral("pear")});
}

void RowTableTest::selectionStaysOnItsRow()
{
    RowTableModel model;
    model.setSource(words({"pear", "fig", "apple"}));
    const QPersistentModelIndex fig(model.index(1, 0)), pear(model.index(0, 1));
    model.setRows({2, 1});
    QCOMPARE(fig.row(), 1);
    QCOMPARE(fig.data().toString(), QStringLiteral("fig"));
    QVERIFY(!pear.isValid());
}

void RowTableTest::ticksStayOnTheirRows()
{
    RowTableModel model;
    model.setCheckable(true);
    model.setSource(words({"pear", "fig", "apple"}));
    QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    model.setRows({2, 1, 0});
    QCOMPARE(model.index(2, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(model.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(model.checkedRows(), std::set<int64_t>{0});
    model.setSource(words({"kiwi"}));
    QVERIFY(model.checkedRows().empty());
}

void RowTableTest::otherValuesOfTheSameRowsKeepOrderAndTicks()
{
    RowTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCheckable(true);
    model.setSource(words({"pear", "fig"}));
    model.setChecked(0, true);
    model.setRows({1, 0});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.replaceSource(words({"pears", "figs"}));
    QCOMPARE(shown(model, 1), (QStringList{QStringLiteral("figs"), QStringLiteral("pears")}));
    QCOMPARE(model.checkedRows(), std::set<int64_t>{0});
    QCOMPARE(reset.count(), 0);
    model.replaceSource(words({"kiwi"}));
    QCOMPARE(reset.count(), 1);
    QVERIFY(model.checkedRows().empty());
}

void RowTableTest::noMoreTicksThanAllowed()
{
    RowTableModel model;
    model.setCheckable(true);
    model.setMostChecked(2);
    model.setSource(words({"pear", "fig", "apple"}));
    QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.checkedRows().size(), size_t(2));
}

void RowTableTest::headerClickSortsAndThirdClickEndsIt()
{
    Jobs jobs;
    RowTableModel model;
    const auto source = words({"pear", "fig", "apple"});
    model.setSource(source);
    model.setArrange(&jobs, QStringLiteral("words"), arrangeOf(source));
    RowTable table;
    table.setModel(&model);
    table.resize(400, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QStringList own{QStringLiteral("pear"), QStringLiteral("fig"), QStringLiteral("apple")};
    const QStringList sorted{QStringLiteral("apple"), QStringLiteral("fig"),
                             QStringLiteral("pear")};
    const auto click = [&] {
        QTest::mouseClick(table.horizontalHeader()->viewport(), Qt::LeftButton, {}, {20, 10});
    };
    QCOMPARE(shown(model, 0), own);
    click();
    QTRY_COMPARE(shown(model, 0), sorted);
    click();
    QTRY_COMPARE(shown(model, 0).constFirst(), QStringLiteral("pear"));
    QTRY_COMPARE(shown(model, 0).constLast(), QStringLiteral("apple"));
    click();
    QTRY_COMPARE(shown(model, 0), own);
}

void RowTableTest::keysTickOpenRenameAndRemove()
{
    RowTableModel model;
    model.setCheckable(true);
    model.setSource(words({"pear", "fig"}));
    RowTable table;
    table.setModel(&model);
    table.setCurrentIndex(model.index(1, 1));
    QSignalSpy opened(&table, &RowTable::opened), renamed(&table, &RowTable::renameRequested),
        removed(&table, &RowTable::removeRequested);
    QTest::keyClick(&table, Qt::Key_Space);
    QCOMPARE(model.checkedRows(), std::set<int64_t>{1});
    QTest::keyClick(&table, Qt::Key_Space);
    QVERIFY(model.checkedRows().empty());
    QTest::keyClick(&table, Qt::Key_Return);
    QTest::keyClick(&table, Qt::Key_F2);
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(removed.count(), 1);
}

void RowTableTest::aMillionRows()
{
    QStringList many;
    for (int i = 0; i < 1000000; ++i)
        many += QString::number(i % 1000);
    RowTableModel model;
    model.setSource(std::make_shared<Words>(many));
    RowTable table;
    table.setModel(&model);
    table.resize(400, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.scrollToBottom();
    QCOMPARE(table.indexAt({10, table.viewport()->height() - 10}).row(), 999999);
}

QTEST_MAIN(RowTableTest)
#include "tst_row_table.moc"
