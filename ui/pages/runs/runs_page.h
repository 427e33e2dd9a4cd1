// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/runs/run_summary.h"
#include "ui/session/app_context.h"

class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace luthier {

class Banner;
class Card;
class Chip;
class EmptyState;
class KeptSplitter;
class PageHeader;
class RowTable;
class RowTableModel;
class RunColumns;
class RunComparison;
class RunDetails;
class RunDocument;

/// All runs of the workspace: list, details, and two to six of them on one chart.
/// Route: runs, or runs?compare=ID,ID; with one ID that run is ticked, to be set beside others.
class RunsPage : public Page
{
    Q_OBJECT

public:
    explicit RunsPage(const AppContext &context, QWidget *parent = nullptr);

    void open(const Route &route) override;
    QWidget *firstFocus() override;

protected:
    void setTexts() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int mostCompared = 6;

    void makeList();
    void connectActions();
    void connectKeys();
    void readRuns();
    void showRuns(RunSummaries runs);
    void fitDetails();
    void fitViews();
    void keepChoices(const QString &current, const QStringList &ticked);
    void showHeader();
    void showCurrent();
    void showTicks();
    void tickAsked();
    void stopAsking();
    void compareTicked();
    void showComparison(const QStringList &ids);
    void showList();
    void leaveComparison();
    void openRun();
    void continueRun();
    void renameRun();
    void removeRun();
    void showFolder();
    void tell(const QString &sentence);
    std::shared_ptr<const RunSummary> current() const;
    std::shared_ptr<const RunSummary> summary(const QString &id) const;
    QStringList tickedIds() const;
    bool isComparing() const;

    const AppContext m_context;
    RunSummaries m_runs;
    RunDocument *m_continuing;
    bool m_continuePending = false;
    QStringList m_compared;
    QString m_toTick;           ///< a run that another page wants compared; empty: none
    bool m_asksForMore = false; ///< the banner asks for runs to set beside the ticked one
    PageHeader *m_header;
    QPushButton *m_compare, *m_back;
    Banner *m_banner;
    QStackedWidget *m_views;
    EmptyState *m_empty;
    KeptSplitter *m_splitter;
    Card *m_list;
    QLineEdit *m_filter;
    RowTable *m_table;
    RowTableModel *m_model;
    RunColumns *m_columns;
    Chip *m_chooseColumns;
    QScrollArea *m_detailsScroll;
    RunDetails *m_details;
    RunComparison *m_comparison;
};

Page *createRunsPage(const AppContext &context);

} // namespace luthier
