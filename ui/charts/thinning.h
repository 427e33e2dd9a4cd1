// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace luthier {

/// The points of `points` (x ascending) from `from` to `to`, at most two for each of `columns`
/// equal columns: those with the smallest and the largest y, in their order. One point outside at
/// either side stays, so that a line goes on to the edge. Where y is NaN one NaN point stays: a
/// gap.
std::vector<QPointF> thinned(std::span<const QPointF> points, double from, double to, int columns);

} // namespace luthier
