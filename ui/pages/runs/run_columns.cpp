// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runs/run_columns.h"

#include "ui/pages/runs/runs_source.h"
#include "ui/session/view_state.h"
#include "ui/tables/row_table.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace luthier {

namespace {

const QString chosenKey = QStringLiteral("runs/columns");
const QString widthsKey = QStringLiteral("runs/widths");

constexpr const char *names[RunsSource::columnCount]{
    "name", "method", "model", "data", "status", "verdict", "curve", "best", "created", "time"};
/// What a narrow list does without, the least needed first; the details show all of it.
constexpr RunsSource::Column dispensable[]{
    RunsSource::Model,  RunsSource::Data,    RunsSource::Time, RunsSource::Created,
    RunsSource::Method, RunsSource::Verdict, RunsSource::Curve};

constexpr int checks = 1; ///< columns before those of RunsSource

} // namespace

RunColumns::RunColumns(RowTable &table, ViewState &view, QObject *parent)
    : QObject(parent), m_table(table), m_view(view), m_menu(new QMenu(&table)),
      m_chosen(view.value(chosenKey).toStringList()), m_widths(view.value(widthsKey).toMap())
{
    m_menu->setObjectName(QStringLiteral("columnsMenu"));
    connect(m_menu, &QMenu::aboutToShow, this, &RunColumns::fillMenu);
    QHeaderView *header = table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &at) { m_menu->popup(header->mapToGlobal(at)); });
    connect(header, &QHeaderView::sectionResized, this, &RunColumns::keepWidth);
    // Chosen columns may need more room than there is.
    table.setProperty("maySlide", true);
    setTexts();
}

void RunColumns::setTexts()
{
    m_menu->setTitle(tr("Columns"));
    m_menu->setAccessibleName(tr("Columns"));
}

void RunColumns::fillMenu()
{
    m_menu->clear();
    const QAbstractItemModel *model = m_table.model();
    for (int column = 0; column < RunsSource::columnCount; ++column) {
        QAction *action =
            m_menu->addAction(model->headerData(column + checks, Qt::Horizontal).toString());
        action->setObjectName(QStringLiteral("column_") + QLatin1String(names[column]));
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(column + checks));
        action->setEnabled(column != RunsSource::Name);
        connect(action, &QAction::triggered, this,
                [this, column](bool shown) { choose(column, shown); });
    }
    m_menu->addSeparator();
    QAction *standard = m_menu->addAction(tr("As many as fit"));
    standard->setObjectName(QStringLiteral("columnsThatFit"));
    connect(standard, &QAction::triggered, this, &RunColumns::forget);
}

void RunColumns::choose(int column, bool shown)
{
    m_chosen.clear();
    for (int each = 0; each < RunsSource::columnCount; ++each)
        if (each == column ? shown : !m_table.isColumnHidden(each + checks))
            m_chosen << QLatin1String(names[each]);
    m_view.setValue(chosenKey, m_chosen);
    fit();
}

void RunColumns::forget()
{
    m_chosen.clear();
    m_widths.clear();
    m_view.setValue(chosenKey, m_chosen);
    m_view.setValue(widthsKey, m_widths);
    fit();
}

void RunColumns::keepWidth(int section, int before, int after)
{
    if (m_fitting || section < checks || before == 0 || after == 0)
        return;
    m_widths[QLatin1String(names[section - checks])] = after;
    m_view.setValue(widthsKey, m_widths);
}

bool RunColumns::isWanted(int column) const
{
    return m_chosen.isEmpty() || m_chosen.contains(QLatin1String(names[column]));
}

int RunColumns::widthOf(int section) const
{
    const int own =
        section < checks ? 0 : m_widths.value(QLatin1String(names[section - checks])).toInt();
    return own > 0 ? own : m_table.neededWidth(section);
}

void RunColumns::fit()
{
    if (m_table.horizontalHeader()->count() != RunsSource::columnCount + checks)
        return;
    m_fitting = true;
    int wanted = 0;
    for (int section = 0; section < RunsSource::columnCount + checks; ++section) {
        m_table.setColumnHidden(section, section >= checks && !isWanted(section - checks));
        if (m_table.isColumnHidden(section))
            continue;
        m_table.setColumnWidth(section, widthOf(section));
        wanted += m_table.columnWidth(section);
    }
    const int room = m_table.viewport()->width();
    for (const RunsSource::Column column : dispensable) {
        if (wanted <= room || !m_chosen.isEmpty())
            break;
        wanted -= m_table.columnWidth(column + checks);
        m_table.setColumnHidden(column + checks, true);
    }
    const int name = RunsSource::Name + checks, least = Theme::units(12);
    if (!m_widths.contains(QLatin1String(names[RunsSource::Name])))
        m_table.setColumnWidth(name, std::max(least, m_table.columnWidth(name) + room - wanted));
    m_fitting = false;
}

} // namespace luthier
