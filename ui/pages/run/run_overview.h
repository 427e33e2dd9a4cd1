// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"

#include <QWidget>

#include <vector>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace luthier {

class Card;
class ChartFrame;
class ResourceRow;
class RunCharts;
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
    void showSamples();
    void placeResources();
    void showResources();

    ViewState &m_view;
    std::vector<ChartFrame *> m_frames; ///< loss, metric, rate
    RunCharts *m_charts;
    ResourceRow *m_resources;
    Card *m_resourceCard;
    RunSamples *m_sampleRows;
    SamplesCard *m_samples;
    QSplitter *m_rows, *m_columns, *m_right;
    QWidget *m_tabbed;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    bool m_compact = false, m_low = false;
};

} // namespace luthier
