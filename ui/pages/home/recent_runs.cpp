// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/recent_runs.h"

#include "ui/pages/runs/runs_delegate.h"
#include "ui/session/jobs.h"
#include "ui/session/run_library.h"
#include "ui/tables/row_table.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace luthier {

namespace {

constexpr int shownRuns = 8;
constexpr int rowUnits = 5;
constexpr double narrowCard = 75; ///< units: below, the method is left out
constexpr RunsSource::Column elsewhere[]{RunsSource::Model, RunsSource::Data, RunsSource::Verdict,
                                         RunsSource::Time};

} // namespace

RecentRuns::RecentRuns(const AppContext &context, QWidget *parent)
    : Card(parent), m_context(context), m_all(new QPushButton(this)), m_table(new RowTable(this)),
      m_model(new RowTableModel(this))
{
    setObjectName(QStringLiteral("recentRuns"));
    m_all->setObjectName(QStringLiteral("allRuns"));
    m_all->setProperty("role", QStringLiteral("quiet small"));
    setTools(m_all);
    const int edge = Theme::current().borderWidth();
    body()->setContentsMargins(edge, 0, edge, Theme::units(1));
    body()->addWidget(m_table);
    makeTable();
    connect(m_table, &RowTable::opened, this, &RecentRuns::openRow);
    connect(m_table, &RowTable::clicked, this, &RecentRuns::openRow);
    connect(m_all, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("runs"), {}});
    });
}

void RecentRuns::makeTable()
{
    m_table->setObjectName(QStringLiteral("recentRunsTable"));
    m_table->setRowUnits(rowUnits);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_model->setSource(std::make_shared<RunsSource>(m_runs));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RunsDelegate(*m_model, m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSortIndicatorShown(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const RunsSource::Column wide : {RunsSource::Name, RunsSource::Curve})
        header->setSectionResizeMode(wide, QHeaderView::Stretch);
    for (const RunsSource::Column column : elsewhere)
        m_table->setColumnHidden(column, true);
}

void RecentRuns::openRow(const QModelIndex &index)
{
    if (const int64_t row = m_model->sourceRow(index); row >= 0)
        Q_EMIT routeRequested({QStringLiteral("run"), m_runs[size_t(row)]->id()});
}

void RecentRuns::refresh()
{
    const std::vector<RunRecord> &all = m_context.runs.runs();
    m_all->setText(tr("All %n run(s)", nullptr, int(all.size())));
    m_all->setAccessibleName(m_all->text());
    std::vector<RunRecord> records(all.begin(),
                                   all.begin() + std::min<ptrdiff_t>(shownRuns, std::ssize(all)));
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("home/summaries"), this,
        [records = std::move(records), known = m_runs](std::stop_token stop,
                                                       const ProgressHandler &) {
            return guarded([&] { return summarize(records, known, stop); });
        },
        [this](Result<RunSummaries> runs) {
            if (runs)
                showRuns(std::move(runs.value()));
        });
}

void RecentRuns::showRuns(RunSummaries runs)
{
    m_runs = std::move(runs);
    m_model->replaceSource(std::make_shared<RunsSource>(m_runs));
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() +
                              int(m_runs.size()) * Theme::units(rowUnits));
}

void RecentRuns::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_table->setColumnHidden(RunsSource::Method, width() < Theme::units(narrowCard));
}

void RecentRuns::setTexts()
{
    setTitle(tr("Recent runs"));
    m_all->setToolTip(tr("The list of all runs of this workspace"));
    m_table->setAccessibleName(tr("Recent runs"));
    m_model->replaceSource(std::make_shared<RunsSource>(m_runs));
    refresh();
}

} // namespace luthier
