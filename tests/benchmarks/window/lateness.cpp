// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/window/lateness.h"

#include <algorithm>

namespace luthier {

namespace {

constexpr double interval = 4; // ms
constexpr double nanoseconds = 1e6;

} // namespace

Lateness::Lateness(QObject *parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(int(interval));
    connect(&m_timer, &QTimer::timeout, this, &Lateness::tick);
}

void Lateness::start()
{
    m_served = 0;
    m_late.clear();
    m_clock.start();
    m_timer.start();
}

void Lateness::tick()
{
    const double now = double(m_clock.nsecsElapsed()) / nanoseconds;
    for (double due = double(m_served + 1) * interval; due <= now; due += interval) {
        m_late.push_back(now - due);
        ++m_served;
    }
}

double Lateness::at(double share) const
{
    if (m_late.empty())
        return 0;
    std::vector<double> sorted = m_late;
    std::ranges::sort(sorted);
    return sorted[std::min(sorted.size() - 1, size_t(share * double(sorted.size())))];
}

} // namespace luthier
