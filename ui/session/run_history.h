// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"
#include "ui/session/json_values.h"

#include <QPointF>

#include <optional>
#include <string>
#include <vector>

namespace luthier {

/// One scoring of the validation part.
struct RunEvaluation
{
    int64_t step = 0;
    bool best = false; ///< the best so far by metric_for_best_model
    Json values;       ///< the event: "eval_loss", "accuracy", ...

    /// NaN when the metric is missing or not finite.
    double value(const std::string &key) const;
};

/// What the curves say: the newest "verdict" event.
struct RunVerdict
{
    std::string kind; ///< "overfitting", "healthy", ...
    Message message;
    int64_t best_step = 0;
    std::optional<int64_t> since{};
};

/// A sentence of the run's log with the step after which it came.
struct RunNote
{
    Message message;
    int64_t step = 0;
    bool error = false;
};

/// All that the events of one run say, whether they come from its file or from the run itself. An
/// event that is known already changes nothing, so that the end of the file and the beginning of
/// what a live run tells may overlap.
class RunHistory
{
public:
    void take(const Json &event);

    const Json &start() const { return m_start; } ///< empty before the first step
    const Json &done() const { return m_done; }   ///< empty until the run is done
    const Json &test() const { return m_test; }   ///< scores of the test part; empty without
    const std::vector<QPointF> &loss() const { return m_loss; }         ///< x: step; y may be NaN
    const std::vector<QPointF> &learningRate() const { return m_rate; } ///< x: step
    const std::vector<RunEvaluation> &evaluations() const { return m_evaluations; }
    const std::vector<RunNote> &notes() const { return m_notes; }
    const std::optional<RunVerdict> &verdict() const { return m_verdict; }
    /// Why the run failed.
    const std::optional<Message> &error() const { return m_error; }

    int64_t step() const { return m_loss.empty() ? 0 : int64_t(m_loss.back().x()); }
    int64_t steps() const { return json::whole(m_start, "steps"); }
    double epoch() const { return m_epoch; }
    int64_t stepsPerEpoch() const { return json::whole(m_start, "steps_per_epoch"); }
    int64_t evalSteps() const { return json::whole(m_start, "eval_steps"); }
    int64_t savedStep() const { return m_savedStep; } ///< of the newest checkpoint; 0: none
    /// Nothing before the first validation.
    const RunEvaluation *best() const;
    int64_t evaluationsSinceBest() const;
    /// It was stopped and continued, so that no clock has seen all of it.
    bool wasResumed() const { return m_wasResumed; }
    bool earlyStoppingIsOff() const { return m_keepsGoing; }
    /// "model", "data", "tokens", "folder" while the run gets ready; empty afterwards.
    const std::string &phase() const { return m_phase; }

private:
    void takeStep(const Json &event);
    void takeEvaluation(const Json &event);
    void takeNote(const Json &event, bool error);
    void takeVerdict(const Json &event);
    void cutBackTo(int64_t step);

    Json m_start = Json::object(), m_done = Json::object(), m_test = Json::object();
    std::vector<QPointF> m_loss, m_rate;
    std::vector<RunEvaluation> m_evaluations;
    std::vector<RunNote> m_notes;
    std::optional<RunVerdict> m_verdict;
    std::optional<Message> m_error;
    double m_epoch = 0;
    int64_t m_savedStep = 0;
    bool m_keepsGoing = false, m_wasResumed = false;
    std::string m_phase;
};

} // namespace luthier
