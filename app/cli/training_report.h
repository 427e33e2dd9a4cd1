// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_line.h"
#include "core/base/json.h"

#include <chrono>
#include <optional>

namespace luthier {

/// Tells a person what a training run's events say: a summary before the first step, a progress bar
/// on a terminal (else a line now and then), evaluations, warnings, and the result. The objects are
/// those of docs/events.md; a key that an event lacks is left out.
class TrainingReport
{
public:
    void onEvent(const Json &event);

private:
    void start(const Json &event);
    void step(const Json &event);
    void evaluation(const Json &event);
    void verdict(const Json &event);
    void done(const Json &event);
    void line(const std::string &text);
    std::string timeLeft(int64_t step) const;

    using Clock = std::chrono::steady_clock;

    ProgressLine m_progress;
    int64_t m_steps = 0;
    int64_t m_firstStep = 0; ///< of this call; later ones than 1 after a resume
    Clock::time_point m_firstTime, m_lastShown;
    double m_lossSum = 0, m_lossWeight = 0;
    std::optional<double> m_validationLoss;
    std::string m_verdict; ///< kind of the newest
};

} // namespace luthier
