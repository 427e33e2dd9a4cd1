// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"
#include "ui/session/run_document.h"
#include "ui/shell/route.h"
#include "ui/widgets/card.h"

class QBoxLayout;
class QPushButton;

namespace luthier {

class Badge;
class ChartLegend;
class PlotView;
class ProgressLine;
class RunCharts;
class TextLabel;

/// The run that trains here: its curves, its verdict and what helps, how far it is, Pause and the
/// way to its page.
class RunningCard : public Card
{
    Q_OBJECT

public:
    explicit RunningCard(const AppContext &context, QWidget *parent = nullptr);

    QWidget *firstFocus();
    void setTexts();
    /// Hidden while no run trains.
    void refresh();

Q_SIGNALS:
    void routeRequested(const luthier::Route &route);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void showRun();
    void pauseOrGoOn();
    void goBackToBest();

    const AppContext m_context;
    RunDocument m_run;
    bool m_follows = false;
    Badge *m_name;
    QPushButton *m_pause, *m_open, *m_best;
    TextLabel *m_verdict, *m_steps, *m_left;
    ProgressLine *m_progress;
    ChartModel m_loss, m_metric, m_rate; ///< the loss is shown
    RunCharts *m_charts;
    QWidget *m_chart;
    PlotView *m_plot;
    ChartLegend *m_legend;
    QBoxLayout *m_columns = nullptr;
};

} // namespace luthier
