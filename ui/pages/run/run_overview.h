// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"

#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace luthier {

class Card;
class ChartFrame;
class FirstBatchCard;
class KeptSplitter;
class ResourceRow;
class RunCharts;
class RunFirstBatch;
class RunSamples;
class SamplesCard;
class ViewState;

/// The curves of a run and what it costs: side by side, or as tabs where the window is low.
class RunOverview : public QWidget
{
    Q_OBJECT

public:
    RunOverview(const AppContext &context, const RunDocument &run, QWidget *parent = nullptr);

    /// `compact`: tabs instead of everything at once; `low`: the figures are a tab too.
    void setCompact(bool compact, bool low);
    void setTexts();
    void refresh();
    /// The loss chart.
    QWidget *mainChart() const;

private:
    void arrangeWide();
    void arrangeTabs();
    void buildSplitters();
    void buildTabs();
    void showTab(int tab, bool visible);
    void walkTabs(int by);
    void showLists();
    void placeResources();
    void showResources();

    ViewState &m_view;
    std::vector<ChartFrame *> m_frames; ///< loss, metric, rate
    RunCharts *m_charts;
    ResourceRow *m_resources;
    Card *m_resourceCard;
    RunSamples *m_sampleRows;
    SamplesCard *m_samples;
    RunFirstBatch *m_batch;
    FirstBatchCard *m_batchCard;
    KeptSplitter *m_rows;    ///< charts above lists
    KeptSplitter *m_columns; ///< loss beside the small charts
    KeptSplitter *m_right;   ///< metric above rate
    KeptSplitter *m_lists;   ///< samples beside the first batch, in line with the charts
    QWidget *m_tabbed;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    bool m_compact = false, m_low = false;
};

} // namespace luthier
