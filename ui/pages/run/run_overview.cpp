// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/run_overview.h"

#include "ui/charts/chart_frame.h"
#include "ui/pages/run/first_batch_card.h"
#include "ui/pages/run/resource_row.h"
#include "ui/pages/run/run_charts.h"
#include "ui/pages/run/samples_card.h"
#include "ui/session/run_first_batch.h"
#include "ui/session/run_samples.h"
#include "ui/session/view_state.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/kept_splitter.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace luthier {

namespace {

constexpr int samplesTab = 3; ///< after loss, metric, learning rate
constexpr int batchTab = 4;
constexpr int resourcesTab = 5;

// Shares of the picture.
const QList<int> rowShares{336, 216}, columnShares{800, 392}, rightShares{156, 152};

ChartFrame *makeChart(const char *name)
{
    auto *frame = new ChartFrame;
    frame->setObjectName(QLatin1String(name));
    return frame;
}

} // namespace

RunOverview::RunOverview(const AppContext &context, const RunDocument &run, QWidget *parent)
    : QWidget(parent),
      m_view(context.view), m_frames{makeChart("lossChart"), makeChart("metricChart"),
                                     makeChart("rateChart")},
      m_charts(new RunCharts(run, m_frames[0]->model(), m_frames[1]->model(), m_frames[2]->model(),
                             this)),
      m_resources(new ResourceRow(run)), m_resourceCard(new Card),
      m_sampleRows(new RunSamples(context, run, this)), m_samples(new SamplesCard(*m_sampleRows)),
      m_batch(new RunFirstBatch(context, run, this)), m_batchCard(new FirstBatchCard(*m_batch)),
      m_rows(new KeptSplitter(Qt::Vertical)), m_columns(new KeptSplitter(Qt::Horizontal)),
      m_right(new KeptSplitter(Qt::Vertical)), m_lists(new KeptSplitter(Qt::Horizontal)),
      m_tabbed(new QWidget(this)), m_tabs(new QTabBar), m_stack(new QStackedWidget)
{
    m_frames[0]->remember(m_view, QStringLiteral("run/loss"));
    for (size_t small : {1, 2})
        m_frames[small]->setToolsVisible(false);
    m_frames[2]->setLegendVisible(false);
    const int unit = Theme::unit();
    m_resourceCard->setObjectName(QStringLiteral("resourceCard"));
    m_resourceCard->body()->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    m_resourceCard->body()->addWidget(m_resources);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2 * unit);
    all->addWidget(m_rows, 1);
    all->addWidget(m_tabbed, 1);
    all->addWidget(m_resourceCard);
    buildSplitters();
    buildTabs();
    arrangeWide();
    m_rows->remember(m_view, QStringLiteral("run/rows"), rowShares);
    m_right->remember(m_view, QStringLiteral("run/right"), rightShares);
    for (KeptSplitter *columns : {m_columns, m_lists})
        columns->remember(m_view, QStringLiteral("run/columns"), columnShares);
    connect(m_sampleRows, &RunSamples::changed, this, &RunOverview::showLists);
    connect(m_batch, &RunFirstBatch::changed, this, &RunOverview::showLists);
}

void RunOverview::buildSplitters()
{
    m_rows->setObjectName(QStringLiteral("rows"));
    m_columns->setObjectName(QStringLiteral("columns"));
    m_right->setObjectName(QStringLiteral("right"));
    m_lists->setObjectName(QStringLiteral("lists"));
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_lists);
    m_columns->addWidget(m_frames[0]);
    m_columns->addWidget(m_right);
    connect(m_columns, &KeptSplitter::moved, this,
            [this] { m_lists->setSizes(m_columns->sizes()); });
    connect(m_lists, &KeptSplitter::moved, this, [this] { m_columns->setSizes(m_lists->sizes()); });
}

void RunOverview::buildTabs()
{
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int i = 0; i <= resourcesTab; ++i)
        m_tabs->addTab(QString());
    auto *tabbed = new QVBoxLayout(m_tabbed);
    tabbed->setContentsMargins(0, 0, 0, 0);
    tabbed->setSpacing(Theme::unit());
    tabbed->addWidget(m_tabs);
    tabbed->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    for (const auto &[key, step] : {std::pair(QKeySequence::NextChild, 1),
                                    std::pair(QKeySequence::PreviousChild, resourcesTab)}) {
        auto *walk = new QShortcut(key, m_tabbed);
        walk->setContext(Qt::WidgetWithChildrenShortcut);
        connect(walk, &QShortcut::activated, this, [this, by = step] { walkTabs(by); });
    }
}

/// To the next visible tab in steps of `by`, round and round.
void RunOverview::walkTabs(int by)
{
    int tab = m_tabs->currentIndex();
    do
        tab = (tab + by) % m_tabs->count();
    while (!m_tabs->isTabVisible(tab));
    m_tabs->setCurrentIndex(tab);
    // What had the focus may be out of sight now.
    m_tabs->setFocus(Qt::OtherFocusReason);
}

QWidget *RunOverview::mainChart() const
{
    return m_frames[0];
}

void RunOverview::showTab(int tab, bool visible)
{
    // Without a change Qt forgets the tabs that it has still to lay out.
    if (m_tabs->isTabVisible(tab) != visible)
        m_tabs->setTabVisible(tab, visible);
}

void RunOverview::showLists()
{
    const bool samples = !m_sampleRows->samples().empty();
    const bool batch = !m_batch->batch().rows.empty();
    showTab(samplesTab, samples);
    showTab(batchTab, batch);
    if (m_compact)
        return;
    m_samples->setVisible(samples);
    m_batchCard->setVisible(batch);
    m_lists->setVisible(samples || batch);
}

void RunOverview::arrangeWide()
{
    m_columns->insertWidget(0, m_frames[0]);
    m_right->addWidget(m_frames[1]);
    m_right->addWidget(m_frames[2]);
    for (ChartFrame *frame : m_frames)
        frame->show();
    m_lists->addWidget(m_samples);
    m_lists->addWidget(m_batchCard);
    for (KeptSplitter *columns : {m_columns, m_lists}) {
        columns->setStretchFactor(0, 2);
        columns->setStretchFactor(1, 1);
    }
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    for (KeptSplitter *splitter : {m_rows, m_columns, m_right, m_lists})
        splitter->restore();
    m_rows->show();
    m_tabbed->hide();
    showLists();
}

void RunOverview::arrangeTabs()
{
    for (ChartFrame *frame : m_frames)
        m_stack->addWidget(frame);
    m_stack->addWidget(m_samples);
    m_stack->addWidget(m_batchCard);
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    m_rows->hide();
    m_tabbed->show();
    showLists();
}

void RunOverview::placeResources()
{
    if (m_low)
        m_stack->insertWidget(resourcesTab, m_resourceCard);
    else
        layout()->addWidget(m_resourceCard);
    m_resources->setCompact(m_compact && !m_low);
    showResources();
}

void RunOverview::showResources()
{
    const bool any = !m_resources->isEmpty();
    showTab(resourcesTab, m_low && any);
    if (!m_low)
        m_resourceCard->setVisible(any);
}

void RunOverview::setCompact(bool compact, bool low)
{
    low = low && compact;
    if (m_compact == compact && m_low == low)
        return;
    const bool rearrange = std::exchange(m_compact, compact) != compact;
    m_low = low;
    if (rearrange && compact)
        arrangeTabs();
    else if (rearrange)
        arrangeWide();
    placeResources();
}

void RunOverview::setTexts()
{
    const QStringList names{tr("Loss"),    tr("Metric"),      tr("Learning rate"),
                            tr("Samples"), tr("First batch"), tr("Resources")};
    for (int i = 0; i < names.size(); ++i)
        m_tabs->setTabText(i, names[i]);
    m_tabs->setAccessibleName(tr("Charts of this run"));
    m_resourceCard->setAccessibleName(tr("What the run costs"));
    m_charts->setTexts();
    m_samples->setTexts();
    m_batchCard->setTexts();
    refresh();
}

void RunOverview::refresh()
{
    m_resources->refresh();
    m_frames[2]->setCaption(m_charts->warmUpText());
    showResources();
}

} // namespace luthier
