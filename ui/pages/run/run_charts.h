// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"
#include "ui/session/run_document.h"

namespace luthier {

/// Fills the three charts of a run and keeps them up to date with its document.
class RunCharts : public QObject
{
    Q_OBJECT

public:
    /// Loss, metrics and learning rate; the models outlive this.
    RunCharts(const RunDocument &run, ChartModel &loss, ChartModel &metric, ChartModel &rate,
              QObject *parent = nullptr);

    /// "warm-up ends at 77"; empty without warm-up.
    QString warmUpText() const;
    /// After a change of language.
    void setTexts();

private:
    void rebuild();
    void grow();
    void setLossSeries();
    void setMetricSeries();
    void setRateSeries();
    void setMarks();
    void setLossAxes();
    bool isGrowing() const;
    std::vector<ChartModel::Mark> lossMarks() const;
    void addEpochs(std::vector<ChartModel::Mark> &marks) const;
    std::vector<QPointF> evaluated(const std::string &key) const;
    std::vector<QPointF> plannedRate() const;
    QString description(const std::string &key) const;

    const RunDocument &m_run;
    ChartModel &m_loss, &m_metric, &m_rate;
    size_t m_steps = 0, m_evaluations = 0; ///< points that the charts hold
    std::optional<RunVerdict> m_verdict;
};

} // namespace luthier
