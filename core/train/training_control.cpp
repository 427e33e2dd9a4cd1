// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_control.h"

namespace luthier {

void TrainingControl::raise(bool &wish)
{
    const std::scoped_lock lock(m_mutex);
    wish = true;
    m_changed.notify_all();
}

bool TrainingControl::read(const bool &wish) const
{
    const std::scoped_lock lock(m_mutex);
    return wish;
}

void TrainingControl::pause()
{
    raise(m_paused);
}

void TrainingControl::goOn()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = false;
    m_changed.notify_all();
}

void TrainingControl::keepGoing()
{
    raise(m_keepsGoing);
}

void TrainingControl::useBest()
{
    raise(m_usesBest);
}

void TrainingControl::discard()
{
    raise(m_discards);
}

bool TrainingControl::isPaused() const
{
    return read(m_paused);
}

bool TrainingControl::isResting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_paused && m_waiting;
}

bool TrainingControl::keepsGoing() const
{
    return read(m_keepsGoing);
}

bool TrainingControl::usesBest() const
{
    return read(m_usesBest);
}

bool TrainingControl::discards() const
{
    return read(m_discards);
}

void TrainingControl::waitWhilePaused(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_waiting = true;
    m_changed.wait(lock, stop, [this] { return !m_paused || m_usesBest || m_discards; });
    m_waiting = false;
}

} // namespace luthier
