// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/run_banner.h"

#include "ui/pages/catalog.h"
#include "ui/pages/run/run_advice.h"
#include "ui/pages/run/run_state_words.h"
#include "ui/shell/words.h"
#include "ui/widgets/icon.h"

#include <QPushButton>
#include <QRegularExpression>

#include <cmath>
#include <utility>

namespace luthier {

namespace {

constexpr qsizetype longestTitle = 64;
constexpr std::ptrdiff_t mostActions = 3;

/// The first short sentences are the title, the rest explains.
std::pair<QString, QString> titleAndText(const QString &sentences)
{
    static const QRegularExpression between(QStringLiteral("(?<=[.?!])\\s+"));
    QStringList all = sentences.split(between, Qt::SkipEmptyParts);
    QString title = all.isEmpty() ? QString() : all.takeFirst();
    while (!all.isEmpty() && title.size() + all.constFirst().size() < longestTitle)
        title += QLatin1Char(' ') + all.takeFirst();
    return {title, all.join(QLatin1Char(' '))};
}

bool isAboutChanges(const Message &message)
{
    return message.id == "train.changed_settings" || message.id == "train.changed_data" ||
           message.id == "train.changed_model";
}

} // namespace

RunBanner::RunBanner(RunDocument &run, QWidget *parent) : Banner(parent), m_run(run)
{
    setObjectName(QStringLiteral("runBanner"));
    connect(&run, &RunDocument::stateChanged, this, [this] {
        if (m_run.isLive())
            m_fault.reset();
        m_keepGoingAsked = m_keepGoingAsked && m_run.isLive();
    });
    hide();
}

void RunBanner::setCompact(bool compact)
{
    m_compact = compact;
    m_shown.clear();
    refresh();
}

void RunBanner::setCanCompare(bool can)
{
    if (std::exchange(m_canCompare, can) != can)
        refresh();
}

void RunBanner::setFault(const std::optional<Message> &fault)
{
    m_fault = fault;
    refresh();
}

void RunBanner::refresh()
{
    const std::optional<Content> wanted = content();
    setVisible(wanted.has_value());
    if (wanted)
        apply(*wanted);
    else
        m_shown.clear();
}

void RunBanner::apply(const Content &content)
{
    QString key = QString::number(int(content.kind)) + content.title + content.text;
    for (const Action &action : content.actions)
        key += action.text;
    if (key == m_shown)
        return;
    m_shown = key;
    setMessage(content.kind, content.title, m_compact ? QString() : content.text);
    setToolTip(m_compact ? content.text : QString());
    clearActions();
    for (const Action &action : content.actions) {
        if (m_compact && !action.filled && content.actions.size() > 1)
            continue;
        QPushButton *button = addAction(QLatin1String(action.name), action.text, action.filled);
        if (!action.icon.isEmpty())
            button->setIcon(icon(action.icon, 16));
        // What follows may take the button away: not inside its own signal.
        connect(button, &QPushButton::clicked, this, action.act, Qt::QueuedConnection);
    }
}

std::optional<RunBanner::Content> RunBanner::content()
{
    const RunDocument::State state = m_run.state();
    if (m_fault && !m_run.isLive())
        return failed();
    switch (state) {
    case RunDocument::State::Failed:
        return failed();
    case RunDocument::State::Stopped:
    case RunDocument::State::Interrupted:
        return halted();
    case RunDocument::State::Done:
        return done();
    case RunDocument::State::Elsewhere:
        return elsewhere();
    case RunDocument::State::Loading:
    case RunDocument::State::Gone:
    case RunDocument::State::Preparing:
        return std::nullopt;
    default:
        return verdict();
    }
}

RunBanner::Action RunBanner::continueAction(bool acceptChanges)
{
    const int64_t saved = m_run.history().savedStep();
    const QString text = acceptChanges ? tr("Continue with the changes")
                         : saved > 0   ? tr("Continue from step %1").arg(words::whole(saved))
                                       : tr("Start again");
    return {"continueRunButton", text, QStringLiteral("play"), true,
            [this, acceptChanges] { Q_EMIT continueRequested(acceptChanges); }};
}

RunBanner::Action RunBanner::bestAction(bool filled)
{
    return {"bestStepButton", tr("Go back to best step"), QStringLiteral("reset"), filled,
            [this] { Q_EMIT bestRequested(); }};
}

RunBanner::Content RunBanner::failed()
{
    const std::optional<Message> said = m_fault ? m_fault : m_run.history().error();
    const auto [title, text] =
        titleAndText(said ? words::of(*said) : tr("The run failed; its log says why."));
    Content content{Error, title, text, {}};
    if (m_run.folder().isEmpty())
        return content;
    if (said && isAboutChanges(*said))
        content.actions.push_back(continueAction(true));
    else if (!said || said->id != "train.non_finite")
        content.actions.push_back(continueAction());
    return content;
}

/// What the curves say matters more than where the run trains; only it cannot be steered here.
RunBanner::Content RunBanner::elsewhere()
{
    std::optional<Content> said = verdict();
    if (!said)
        return {Info,
                tr("Another program trains this run."),
                tr("It is shown here as it grows; pause or stop it where it was started."),
                {}};
    std::erase_if(said->actions, [](const Action &action) {
        return std::string_view(action.name) != "adviceButton";
    });
    return *said;
}

RunBanner::Content RunBanner::halted()
{
    const RunHistory &history = m_run.history();
    const bool interrupted = m_run.state() == RunDocument::State::Interrupted;
    const QString step = words::whole(history.step());
    Content content{Info,
                    interrupted ? tr("Interrupted at step %1.").arg(step)
                                : tr("Stopped at step %1.").arg(step),
                    history.savedStep() > 0
                        ? tr("Everything up to step %1 is saved. What comes after it is computed "
                             "again, with the same result.")
                              .arg(words::whole(history.savedStep()))
                        : tr("Nothing was saved yet; it starts again from the beginning."),
                    {continueAction()}};
    return content;
}

RunBanner::Content RunBanner::done()
{
    const RunHistory &history = m_run.history();
    const RunEvaluation *best = history.best();
    const int64_t final = json::whole(history.done(), "final_step", history.step());
    Content content{
        Good, best ? tr("Done. Best step %1.").arg(words::whole(best->step)) : tr("Done."), {}, {}};
    QStringList sentences;
    if (m_run.stoppedEarly())
        sentences << tr("Early stopping ended it at step %1.").arg(words::whole(history.step()));
    const double accuracy = json::number(history.test(), "accuracy");
    if (std::isfinite(accuracy))
        sentences << tr("On the test part, scored once on the best step: accuracy %1.")
                         .arg(words::percent(accuracy));
    const bool bestIsElsewhere = best && final != best->step;
    if (bestIsElsewhere)
        sentences << tr("The result holds the weights of step %1.").arg(words::whole(final));
    content.text = sentences.join(QLatin1Char(' '));
    if (hasPage(QStringLiteral("try")))
        content.actions.push_back({"tryButton", tr("Try it"), QStringLiteral("try"), true,
                                   [this] { Q_EMIT pageRequested(QStringLiteral("try")); }});
    if (bestIsElsewhere)
        content.actions.push_back(bestAction(content.actions.empty()));
    if (m_canCompare)
        content.actions.push_back({"compareButton", tr("Compare"), QStringLiteral("compare"),
                                   content.actions.empty(), [this] { Q_EMIT compareRequested(); }});
    if (!history.test().empty())
        content.actions.push_back({"testButton", tr("Test results"), QString(),
                                   content.actions.empty(), [this] { Q_EMIT testRequested(); }});
    // The test results are a view of the page's menu too.
    if (std::ssize(content.actions) > mostActions)
        content.actions.erase(content.actions.begin() + mostActions, content.actions.end());
    return content;
}

QString RunBanner::earlyStopSentence() const
{
    const auto stop = m_run.earlyStopStep();
    return stop ? tr("Early stopping ends the run at step %1 unless this changes.")
                      .arg(words::whole(*stop))
                : QString();
}

std::optional<RunBanner::Content> RunBanner::verdict()
{
    const std::optional<RunVerdict> &said = m_run.history().verdict();
    if (!said || said->message.text.empty())
        return std::nullopt;
    const bool bad = said->kind == "overfitting" || said->kind == "underfitting";
    const auto [title, text] = titleAndText(words::of(said->message));
    Content content{said->kind == "divergence" ? Error
                    : bad                      ? Warning
                    : said->kind == "healthy"  ? Good
                                               : Info,
                    title,
                    text,
                    {}};
    const bool stopping = m_run.state() == RunDocument::State::Stopping;
    if (m_run.isPastItsBest() && !stopping)
        content.actions.push_back(bestAction(true));
    if (const QString stop = earlyStopSentence(); !stop.isEmpty() && !m_keepGoingAsked) {
        content.text += QLatin1Char(' ') + stop;
        if (!stopping)
            content.actions.push_back(
                {"keepGoingButton", tr("Keep going"), QString(), false, [this] {
                     m_keepGoingAsked = true;
                     Q_EMIT keepGoingRequested();
                 }});
    }
    if (!adviceFor(said->kind).isEmpty())
        content.actions.push_back({"adviceButton", tr("What can I do?"), QString(), false,
                                   [this] { Q_EMIT adviceRequested(); }});
    return content;
}

} // namespace luthier
