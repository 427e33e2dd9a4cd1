// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"
#include "ui/widgets/banner.h"

#include <functional>
#include <vector>

namespace luthier {

/// The one sentence about a run that matters now, and what can be done: a fault, what the curves
/// say, how it ended.
class RunBanner : public Banner
{
    Q_OBJECT

public:
    explicit RunBanner(RunDocument &run, QWidget *parent = nullptr);

    /// Reads the document again; shows, changes or hides the banner.
    void refresh();
    /// One line, the explanation in the tooltip.
    void setCompact(bool compact);
    /// There are other runs to set this one beside.
    void setCanCompare(bool can);
    /// A wish that could not be met; shown until the run's state changes.
    void setFault(const std::optional<Message> &fault);
    bool hasFault() const { return m_fault.has_value(); }

Q_SIGNALS:
    void bestRequested();      ///< Go back to best step
    void keepGoingRequested(); ///< no early stopping
    void continueRequested(bool acceptChanges);
    void adviceRequested(); ///< What can I do?
    void pageRequested(const QString &page);
    void compareRequested();
    void testRequested(); ///< the scores of the test part

private:
    struct Action
    {
        const char *name;
        QString text, icon;
        bool filled;
        std::function<void()> act;
    };
    struct Content
    {
        Kind kind = Info;
        QString title, text;
        std::vector<Action> actions;
    };

    std::optional<Content> content();
    Content failed();
    Content halted();
    Content elsewhere();
    Content done();
    std::optional<Content> verdict();
    Action continueAction(bool acceptChanges = false);
    Action bestAction(bool filled);
    QString earlyStopSentence() const;
    void apply(const Content &content);

    RunDocument &m_run;
    std::optional<Message> m_fault;
    QString m_shown; ///< what the banner holds now, to leave it alone while nothing changes
    bool m_compact = false;
    bool m_canCompare = false;
    bool m_keepGoingAsked = false;
};

} // namespace luthier
