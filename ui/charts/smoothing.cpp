// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/smoothing.h"

#include <cmath>

namespace luthier {

double Smoother::next(double value)
{
    if (!std::isfinite(value))
        return value;
    m_mean = m_factor * m_mean + (1 - m_factor) * value;
    m_weight = m_factor * m_weight + (1 - m_factor);
    return m_mean / m_weight;
}

std::vector<QPointF> smoothed(const std::vector<QPointF> &points, double factor)
{
    Smoother smoother(factor);
    std::vector<QPointF> out;
    out.reserve(points.size());
    for (const QPointF &point : points)
        out.emplace_back(point.x(), smoother.next(point.y()));
    return out;
}

} // namespace luthier
