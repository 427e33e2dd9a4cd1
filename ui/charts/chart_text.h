// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"

#include <utility>

namespace luthier {

/// One line of the read-out.
struct ReadOutLine
{
    QString name, value;
    QString note{};  ///< at which x the value was taken, when not at the place of the read-out
    int series = -1; ///< whose; -1: of no series
};

/// What the read-out says at `x`: every series' newest value up to there, and the labels of marks
/// that are no farther than `tolerance`.
std::vector<ReadOutLine> readOut(const ChartModel &model, double x, double tolerance = 0);

/// The read-out as one sentence for screen readers.
QString readOutSentence(const ChartModel &model, double x);

/// The newest point up to `x`; nothing before the first one.
std::optional<QPointF> newestUpTo(const std::vector<QPointF> &points, double x);

/// The x of all points, ascending, each once.
std::vector<double> allX(const ChartModel &model);

/// The x of the nearest point of any series; nothing when there is none.
std::optional<double> nearestX(const ChartModel &model, double x);
/// The next point's x after `x` (`step` 1) or before it (-1).
std::optional<double> neighbourX(const ChartModel &model, double x, int step);
/// Of the first and of the last point.
std::optional<std::pair<double, double>> spanX(const ChartModel &model);

/// RFC 4180: x and one column a series, full digits with a point whatever the locale; a gap or a
/// missing value is an empty cell.
QByteArray csv(const ChartModel &model);

/// Name and description of the chart with the last values, for screen readers.
QString chartDescription(const ChartModel &model);

} // namespace luthier
