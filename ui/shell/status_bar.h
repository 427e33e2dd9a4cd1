// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QToolButton;

namespace luthier {

class TextLabel;
/// Below every page: the run that trains, what it is told by its curves, long work with a way to
/// stop it, and that nothing leaves this computer.
class StatusBar : public QFrame
{
    Q_OBJECT

public:
    explicit StatusBar(const AppContext &context, QWidget *parent = nullptr);

    /// The run that trains in this window.
    const RunDocument &run() const { return m_run; }

Q_SIGNALS:
    /// The verdict or the run's name was clicked.
    void runAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void lay();
    QWidget *separator(const char *name);
    void followTraining();
    void showRun();
    void showProgress();
    void showVerdict();
    void showJobs();
    void setTexts();

    const AppContext m_context;
    RunDocument m_run;
    bool m_follows = false;
    QLabel *m_dot, *m_lock;
    TextLabel *m_step, *m_left, *m_saved, *m_job, *m_local;
    QToolButton *m_name, *m_verdict, *m_cancelJob;
    QProgressBar *m_bar;
    QWidget *m_verdictLine, *m_savedLine;
    QString m_jobKey;
};

} // namespace luthier
