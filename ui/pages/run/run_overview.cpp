// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/run_overview.h"

#include "ui/charts/chart_frame.h"
#include "ui/pages/run/resource_row.h"
#include "ui/pages/run/run_charts.h"
#include "ui/pages/run/samples_card.h"
#include "ui/session/run_samples.h"
#include "ui/session/view_state.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace luthier {

namespace {

constexpr int samplesTab = 3; ///< after loss, metric, learning rate
constexpr int resourcesTab = 4;

QString keyOf(const QSplitter *splitter)
{
    return QStringLiteral("run/") + splitter->objectName();
}

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
      m_rows(new QSplitter(Qt::Vertical)), m_columns(new QSplitter(Qt::Horizontal)),
      m_right(new QSplitter(Qt::Vertical)), m_tabbed(new QWidget(this)), m_tabs(new QTabBar),
      m_stack(new QStackedWidget)
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
    for (QSplitter *splitter : {m_rows, m_columns, m_right})
        splitter->restoreState(m_view.value(keyOf(splitter)).toByteArray());
    connect(m_sampleRows, &RunSamples::changed, this, &RunOverview::showSamples);
}

void RunOverview::buildSplitters()
{
    const int unit = Theme::unit();
    m_rows->setObjectName(QStringLiteral("rows"));
    m_columns->setObjectName(QStringLiteral("columns"));
    m_right->setObjectName(QStringLiteral("right"));
    m_rows->addWidget(m_columns);
    m_columns->addWidget(m_frames[0]);
    m_columns->addWidget(m_right);
    for (QSplitter *splitter : {m_rows, m_columns, m_right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(2 * unit);
        connect(splitter, &QSplitter::splitterMoved, this,
                [this, splitter] { m_view.setValue(keyOf(splitter), splitter->saveState()); });
    }
    m_columns->setSizes({80 * unit, 40 * unit});
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

void RunOverview::showSamples()
{
    const bool any = !m_sampleRows->samples().empty();
    showTab(samplesTab, any);
    if (!m_compact)
        m_samples->setVisible(any);
}

void RunOverview::arrangeWide()
{
    m_columns->insertWidget(0, m_frames[0]);
    m_right->addWidget(m_frames[1]);
    m_right->addWidget(m_frames[2]);
    for (ChartFrame *frame : m_frames)
        frame->show();
    m_rows->addWidget(m_samples);
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 1);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_rows->show();
    m_tabbed->hide();
    showSamples();
}

void RunOverview::arrangeTabs()
{
    for (ChartFrame *frame : m_frames)
        m_stack->addWidget(frame);
    m_stack->addWidget(m_samples);
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    m_rows->hide();
    m_tabbed->show();
    showSamples();
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
    const QStringList names{tr("Loss"), tr("Metric"), tr("Learning rate"), tr("Samples"),
                            tr("Resources")};
    for (int i = 0; i < names.size(); ++i)
        m_tabs->setTabText(i, names[i]);
    m_tabs->setAccessibleName(tr("Charts of this run"));
    m_resourceCard->setAccessibleName(tr("What the run costs"));
    m_charts->setTexts();
    m_samples->setTexts();
    refresh();
}

void RunOverview::refresh()
{
    m_resources->refresh();
    m_frames[2]->setCaption(m_charts->warmUpText());
    showResources();
}

} // namespace luthier
