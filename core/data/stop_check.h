// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

namespace luthier {

/// Throws an Error with Code::Cancelled once the stop was requested.
inline void heedStop(const std::stop_token &stop)
{
    if (stop.stop_requested())
        throw failure("data.cancelled", LUTHIER_MESSAGE("The work was stopped."), {},
                      Error::Code::Cancelled);
}

/// Reports progress over `total` rows and heeds the stop, at every few thousandth row.
class StopCheck
{
public:
    StopCheck(std::stop_token stop, const ProgressHandler &onProgress, Message phase,
              int64_t total = 0)
        : m_stop(std::move(stop)), m_onProgress(onProgress), m_phase(std::move(phase)),
          m_total(total)
    {
    }

    void step()
    {
        if ((m_done++ & 4095) == 0)
            look();
    }

private:
    void look() const
    {
        heedStop(m_stop);
        if (m_onProgress && m_total > 0)
            m_onProgress({m_phase, m_done - 1, m_total});
    }

    std::stop_token m_stop;
    const ProgressHandler &m_onProgress;
    Message m_phase;
    int64_t m_total;
    int64_t m_done = 0;
};

} // namespace luthier
