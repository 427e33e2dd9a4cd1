// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/recent_runs.h"

#include "ui/session/run_library.h"
#include "ui/shell/run_words.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/icon.h"

#include <QDateTime>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace luthier {

namespace {

constexpr int shownRuns = 8;
enum Column { Name, Method, Status, Best, Started, ColumnCount };

QTableWidgetItem *cell(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    item->setToolTip(text);
    return item;
}

QTableWidgetItem *number(const QString &text)
{
    QTableWidgetItem *item = cell(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QString started(const std::string &created)
{
    const QDateTime at =
        QDateTime::fromString(QString::fromStdString(created), Qt::ISODate).toLocalTime();
    const bool today = at.date() == QDate::currentDate();
    return today ? QLocale().toString(at.time(), QLocale::ShortFormat)
                 : QLocale().toString(at.date(), QLocale::ShortFormat);
}

} // namespace

RecentRuns::RecentRuns(const AppContext &context, QWidget *parent)
    : Card(parent), m_context(context), m_all(new QPushButton(this)),
      m_table(new QTableWidget(0, ColumnCount, this))
{
    setObjectName(QStringLiteral("recentRuns"));
    m_all->setObjectName(QStringLiteral("allRuns"));
    m_all->setProperty("role", QStringLiteral("quiet small"));
    setTools(m_all);
    const int edge = Theme::current().borderWidth();
    body()->setContentsMargins(edge, 0, edge, Theme::units(1));
    m_table->setObjectName(QStringLiteral("recentRunsTable"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::units(4));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    body()->addWidget(m_table);
    connect(m_table, &QTableWidget::cellActivated, this, &RecentRuns::openRow);
    connect(m_table, &QTableWidget::cellClicked, this, &RecentRuns::openRow);
    connect(m_all, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("runs"), {}});
    });
}

void RecentRuns::openRow(int row)
{
    const QString id = m_table->item(row, Name)->data(Qt::UserRole).toString();
    Q_EMIT routeRequested({QStringLiteral("run"), id});
}

void RecentRuns::refresh()
{
    const auto &runs = m_context.runs.runs();
    const int rows = std::min<int>(shownRuns, int(runs.size()));
    m_table->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const RunRecord &run = runs[size_t(row)];
        QTableWidgetItem *name = cell(QString::fromStdString(run.name));
        name->setData(Qt::UserRole, QString::fromStdString(run.id));
        m_table->setItem(row, Name, name);
        m_table->setItem(row, Method, cell(methodName(run.method)));
        const StateLook look = lookOf(run.state);
        QTableWidgetItem *status = cell(look.word);
        status->setIcon(icon(look.icon, look.color, 14));
        m_table->setItem(row, Status, status);
        m_table->setItem(
            row, Best, number(run.bestValue ? words::number(*run.bestValue) : QStringLiteral("–")));
        m_table->setItem(row, Started, number(started(run.created)));
    }
    const int height = m_table->horizontalHeader()->sizeHint().height() + rows * Theme::units(4);
    m_table->setMinimumHeight(height);
    m_all->setText(tr("All %n run(s)", nullptr, int(runs.size())));
    m_all->setAccessibleName(m_all->text());
}

void RecentRuns::setTexts()
{
    setTitle(tr("Recent runs"));
    m_all->setToolTip(tr("The list of all runs of this workspace"));
    m_table->setAccessibleName(tr("Recent runs"));
    m_table->setHorizontalHeaderLabels(
        {tr("Name"), tr("Method"), tr("Status"), tr("Best value"), tr("Started")});
    for (int column = 0; column < ColumnCount; ++column) {
        const bool figure = column == Best || column == Started;
        QTableWidgetItem *header = m_table->horizontalHeaderItem(column);
        header->setTextAlignment((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        header->setToolTip(header->text());
    }
    refresh();
}

} // namespace luthier
