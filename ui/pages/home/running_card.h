// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"
#include "ui/shell/route.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace luthier {

class Badge;
class ProgressLine;
class TextLabel;

/// The run that trains here: its verdict, how far it is, Pause and the way to its page.
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

private:
    void layOut();
    void showRun();
    void pauseOrGoOn();

    const AppContext m_context;
    RunDocument m_run;
    bool m_follows = false;
    Badge *m_name;
    QPushButton *m_pause, *m_open;
    TextLabel *m_verdict, *m_steps, *m_left;
    ProgressLine *m_progress;
};

} // namespace luthier
