// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/app_context.h"
#include "ui/shell/route.h"

#include <QSet>
#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace luthier {

class Banner;
class ComputerCard;
class PageHeader;
class RecentRuns;
class RunningCard;
class StartCard;
struct RunRecord;

/// Home of a workspace with runs: an interrupted run, the one that trains, the newest ones; at the
/// right what can be begun, and this computer.
class WorkOverview : public QWidget
{
    Q_OBJECT

public:
    explicit WorkOverview(const AppContext &context, QWidget *parent = nullptr);

    QWidget *firstFocus();
    void setTexts();
    void refresh();

Q_SIGNALS:
    void routeRequested(const luthier::Route &route);
    void dataRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void showInterrupted();
    void continueRun(const QString &id);
    const RunRecord *interruptedRun() const;

    const AppContext m_context;
    PageHeader *m_header;
    QPushButton *m_newTraining, *m_openData;
    Banner *m_banner;
    RunningCard *m_running;
    RecentRuns *m_recent;
    StartCard *m_start;
    ComputerCard *m_computer;
    QBoxLayout *m_columns;
    QString m_offered;     ///< run that the banner speaks of
    QSet<QString> m_later; ///< runs that were asked about and left for later
};

} // namespace luthier
