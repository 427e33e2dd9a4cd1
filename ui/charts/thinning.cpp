// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/thinning.h"

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

/// What is kept of one column.
class Column
{
public:
    explicit Column(std::vector<QPointF> &out) : m_out(out) {}

    void add(const QPointF &point)
    {
        if (m_empty || point.y() < m_lowest.y())
            m_lowest = point;
        if (m_empty || point.y() > m_highest.y())
            m_highest = point;
        m_empty = false;
    }

    void flush()
    {
        if (m_empty)
            return;
        const bool rising = m_lowest.x() < m_highest.x();
        m_out.push_back(rising ? m_lowest : m_highest);
        if (m_lowest.x() != m_highest.x())
            m_out.push_back(rising ? m_highest : m_lowest);
        m_empty = true;
    }

private:
    std::vector<QPointF> &m_out;
    QPointF m_lowest, m_highest;
    bool m_empty = true;
};

std::span<const QPointF> visible(std::span<const QPointF> points, double from, double to)
{
    const auto before = [](const QPointF &point, double x) { return point.x() < x; };
    auto begin = std::lower_bound(points.begin(), points.end(), from, before);
    auto end = std::lower_bound(begin, points.end(), std::nextafter(to, INFINITY), before);
    if (begin != points.begin())
        --begin;
    if (end != points.end())
        ++end;
    return {begin, end};
}

} // namespace

std::vector<QPointF> thinned(std::span<const QPointF> points, double from, double to, int columns)
{
    const std::span<const QPointF> seen = visible(points, from, to);
    constexpr size_t perColumn = 2;
    if (columns < 1 || !(to > from) || seen.size() <= perColumn * size_t(columns))
        return {seen.begin(), seen.end()};
    std::vector<QPointF> out;
    out.reserve(perColumn * size_t(columns));
    Column column(out);
    double current = -INFINITY;
    for (const QPointF &point : seen) {
        const double index = std::floor((point.x() - from) / (to - from) * columns);
        const bool gap = std::isnan(point.y());
        if (gap || index != current)
            column.flush();
        current = index;
        if (!gap)
            column.add(point);
        else if (out.empty() || !std::isnan(out.back().y()))
            out.push_back(point);
    }
    column.flush();
    return out;
}

} // namespace luthier
