// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_history.h"

#include "core/base/message_json.h"

#include <algorithm>

namespace luthier {

double RunEvaluation::value(const std::string &key) const
{
    return json::number(values, key.c_str());
}

void RunHistory::take(const Json &event)
try {
    const std::string kind = json::text(event, "event");
    if (kind == "phase")
        m_phase = json::text(event, "phase");
    else if (kind == "start")
        m_start = event;
    else if (kind == "resumed")
        cutBackTo(json::whole(event, "step"));
    else if (kind == "step")
        takeStep(event);
    else if (kind == "evaluation")
        takeEvaluation(event);
    else if (kind == "checkpoint")
        m_savedStep = std::max(m_savedStep, json::whole(event, "step"));
    else if (kind == "warning" || kind == "error")
        takeNote(event, kind == "error");
    else if (kind == "verdict")
        takeVerdict(event);
    else if (kind == "done")
        m_done = event;
} catch (const Json::exception &) {
    // An event of another form than ours, from a folder that came from anywhere: left out.
}

void RunHistory::takeStep(const Json &event)
{
    m_phase.clear();
    const int64_t at = json::whole(event, "step");
    if (at <= step())
        return;
    m_loss.emplace_back(double(at), json::number(event, "loss"));
    m_rate.emplace_back(double(at), json::number(event, "learning_rate"));
    m_epoch = event.value("epoch", m_epoch);
}

void RunHistory::takeEvaluation(const Json &event)
{
    if (json::text(event, "split") == "test") {
        m_test = event;
        return;
    }
    const int64_t at = json::whole(event, "step");
    if (!m_evaluations.empty() && at <= m_evaluations.back().step)
        return;
    m_evaluations.push_back({at, event.value("best", false), event});
}

void RunHistory::takeNote(const Json &event, bool error)
{
    RunNote note{messageFrom(json::part(event, "message")), step(), error};
    if (note.message.id == "train.keep_going")
        m_keepsGoing = true;
    if (error)
        m_error = note.message;
    const auto same = [&](const RunNote &old) { return old.message == note.message; };
    if (std::ranges::none_of(m_notes, same))
        m_notes.push_back(std::move(note));
}

void RunHistory::takeVerdict(const Json &event)
{
    RunVerdict verdict{json::text(event, "kind"), messageFrom(json::part(event, "message")),
                       json::whole(event, "best_step")};
    if (const auto since = event.find("since_step");
        since != event.end() && since->is_number_integer())
        verdict.since = since->get<int64_t>();
    // One that no longer holds stays in the log.
    if (!m_verdict || m_verdict->kind != verdict.kind)
        m_notes.push_back({verdict.message, step()});
    m_verdict = std::move(verdict);
}

/// A run goes on from a checkpoint: what came after it is computed again.
void RunHistory::cutBackTo(int64_t step)
{
    const auto isAfter = [step](const QPointF &point) { return point.x() > double(step); };
    std::erase_if(m_loss, isAfter);
    std::erase_if(m_rate, isAfter);
    std::erase_if(m_evaluations,
                  [step](const RunEvaluation &evaluation) { return evaluation.step > step; });
    std::erase_if(m_notes, [step](const RunNote &note) { return note.error || note.step > step; });
    m_savedStep = step;
    m_wasResumed = true;
    m_error.reset();
    m_done = Json::object();
    m_test = Json::object();
    if (m_verdict && m_verdict->best_step > step)
        m_verdict.reset();
}

const RunEvaluation *RunHistory::best() const
{
    const auto found = std::find_if(m_evaluations.rbegin(), m_evaluations.rend(),
                                    [](const RunEvaluation &each) { return each.best; });
    return found == m_evaluations.rend() ? nullptr : &*found;
}

int64_t RunHistory::evaluationsSinceBest() const
{
    const auto found = std::find_if(m_evaluations.rbegin(), m_evaluations.rend(),
                                    [](const RunEvaluation &each) { return each.best; });
    return found - m_evaluations.rbegin();
}

} // namespace luthier
