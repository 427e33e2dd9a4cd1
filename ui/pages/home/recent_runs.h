// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/runs/run_summary.h"
#include "ui/session/app_context.h"
#include "ui/shell/route.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace luthier {

class RowTable;
class RowTableModel;

/// The newest runs with state, curve and best value; a click opens one.
class RecentRuns : public Card
{
    Q_OBJECT

public:
    explicit RecentRuns(const AppContext &context, QWidget *parent = nullptr);

    void setTexts();
    void refresh();

Q_SIGNALS:
    void routeRequested(const luthier::Route &route);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void openRow(const QModelIndex &index);
    void showRuns(RunSummaries runs);

    const AppContext m_context;
    QPushButton *m_all;
    RowTable *m_table;
    RowTableModel *m_model;
    RunSummaries m_runs;
};

} // namespace luthier
