// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_model.h"

#include <algorithm>

namespace luthier {

const ChartModel::Series *ChartModel::find(const QString &seriesId) const
{
    const auto found = std::find_if(m_series.begin(), m_series.end(),
                                    [&](const Series &series) { return series.id == seriesId; });
    return found == m_series.end() ? nullptr : &*found;
}

bool ChartModel::hasPoints() const
{
    return std::any_of(m_series.begin(), m_series.end(),
                       [](const Series &series) { return !series.points.empty(); });
}

void ChartModel::setSeries(std::vector<Series> series)
{
    m_series = std::move(series);
    Q_EMIT changed();
}

void ChartModel::append(const QString &seriesId, const std::vector<QPointF> &points)
{
    Series *series = const_cast<Series *>(find(seriesId));
    if (!series || points.empty())
        return;
    series->points.insert(series->points.end(), points.begin(), points.end());
    Q_EMIT appended(seriesId);
}

void ChartModel::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    Q_EMIT changed();
}

void ChartModel::setBands(std::vector<Band> bands)
{
    m_bands = std::move(bands);
    Q_EMIT changed();
}

void ChartModel::setAxes(Axis x, Axis y)
{
    m_x = std::move(x);
    m_y = std::move(y);
    Q_EMIT changed();
}

void ChartModel::setTitle(const QString &title, const QString &description)
{
    if (m_title == title && m_description == description)
        return;
    m_title = title;
    m_description = description;
    Q_EMIT changed();
}

void ChartModel::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    Q_EMIT changed();
}

} // namespace luthier
