// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/runs/run_summary.h"

#include <QWidget>

class QTableWidget;

namespace luthier {

class Banner;
class Card;
class ChartFrame;
class ViewState;

/// A setting that is not the same in all runs of a comparison.
struct SettingDifference
{
    std::string key;          ///< "training.learning_rate"
    std::vector<Json> values; ///< one a run; null: not used
};

/// Settings of which two runs have different values, and that change what is learned: the
/// method, then the others by key.
std::vector<SettingDifference> settingDifferences(const RunSummaries &runs);

/// Two to six runs on one chart, with the settings in which they differ.
class RunComparison : public QWidget
{
    Q_OBJECT

public:
    explicit RunComparison(ViewState &view, QWidget *parent = nullptr);

    void setRuns(RunSummaries runs);
    void setTexts();
    ChartFrame *chart() const { return m_chart; }

private:
    void showChart();
    void showFairness();
    void showDifferences();

    RunSummaries m_runs;
    Banner *m_banner;
    ChartFrame *m_chart;
    Card *m_card;
    QTableWidget *m_table;
};

} // namespace luthier
