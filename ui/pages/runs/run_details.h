// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"
#include "ui/pages/runs/run_summary.h"
#include "ui/widgets/card.h"

class QFormLayout;
class QPushButton;

namespace luthier {

class Badge;
class PlotView;
class TextLabel;

/// The chosen run: curves, best values, and what can be done with it.
class RunDetails : public Card
{
    Q_OBJECT

public:
    explicit RunDetails(QWidget *parent = nullptr);

    /// Nothing: no run is chosen.
    void setRun(std::shared_ptr<const RunSummary> run);
    const RunSummary *run() const { return m_run.get(); }
    void setTexts();

Q_SIGNALS:
    void openRequested();
    void tryRequested();
    void continueRequested();
    void renameRequested();
    void folderRequested();
    void removeRequested();

private:
    void makeActions();
    QPushButton *addAction(const QString &name, const QString &icon);
    void showRun();
    void showChart();
    void showFacts();
    void addFact(const QString &name, const QString &value);

    std::shared_ptr<const RunSummary> m_run;
    ChartModel m_model;
    TextLabel *m_name, *m_verdict, *m_reason;
    Badge *m_badge;
    PlotView *m_plot;
    QWidget *m_facts;
    QPushButton *m_open, *m_try, *m_continue, *m_rename, *m_folder, *m_remove;
};

} // namespace luthier
