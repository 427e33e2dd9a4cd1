// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace luthier {

/// What may be asked of a run while it trains, from any thread. The loop obeys between two steps,
/// so that nothing asked here changes a bit of what was computed before it.
class TrainingControl
{
public:
    void pause();
    void goOn();
    /// Switches early stopping off for the rest of the run.
    void keepGoing();
    /// Ends the run and makes the best step its result.
    void useBest();
    /// Ends the run and moves its folder to the workspace's trash.
    void discard();

    bool isPaused() const;
    /// Paused, and the loop has come to rest.
    bool isResting() const;
    bool keepsGoing() const;
    bool usesBest() const;
    bool discards() const;

    /// Sleeps while paused; wakes at once on goOn, useBest, discard and when `stop` is requested.
    void waitWhilePaused(const std::stop_token &stop);

private:
    void raise(bool &wish);
    bool read(const bool &wish) const;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_waiting = false; ///< the loop sleeps in waitWhilePaused
    bool m_paused = false, m_keepsGoing = false, m_usesBest = false, m_discards = false;
};

} // namespace luthier
