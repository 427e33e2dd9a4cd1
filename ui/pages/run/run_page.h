// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/session/app_context.h"
#include "ui/session/run_document.h"

#include <QTimer>

class QPushButton;
class QStackedWidget;

namespace luthier {

class EmptyState;
class EvaluationView;
class LogView;
class RunBanner;
class RunHeader;
class RunOverview;
class SettingsView;

/// One run, live or saved: its state, what its curves say, and what can be done about it.
class RunPage : public Page
{
    Q_OBJECT

public:
    explicit RunPage(const AppContext &context, QWidget *parent = nullptr);

    /// `run/ID`, or `run` for the one that trains; `tab`: evaluation, settings, log.
    void open(const Route &route) override;
    QWidget *firstFocus() override;

protected:
    void setTexts() override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMenu();
    void setEmptyTexts();
    void connectBanner();
    void showTab(const QString &tab);
    void askForTab(const QString &tab);
    /// Events came, or another run was opened.
    void refresh();
    /// What other pages can do with the run, as the library knows it.
    void refreshLinks();
    /// Once a second and with events: what only time changes.
    void refreshFigures();
    void showFault(const Message &message);
    void pauseOrContinue();
    void stop();
    void goBackToBest();
    void leaveBanner();
    void continueRun(bool acceptChanges);
    bool isCompact() const;

    const AppContext m_context;
    RunDocument m_run;
    RunHeader *m_header;
    RunBanner *m_banner;
    QPushButton *m_back;
    QStackedWidget *m_views;
    RunOverview *m_overview;
    EvaluationView *m_evaluation;
    SettingsView *m_settings;
    LogView *m_log;
    EmptyState *m_empty;
    QList<QAction *> m_tabActions; ///< overview, evaluation, settings, log
    QAction *m_try = nullptr;
    QTimer m_clock;
    QString m_tab;
    Route m_route;
};

Page *createRunPage(const AppContext &context);

} // namespace luthier
