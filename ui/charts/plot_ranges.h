// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"

#include <optional>
#include <vector>

namespace luthier {

struct PlotRange
{
    double from = 0, to = 1;

    double span() const { return to - from; }
    bool operator==(const PlotRange &) const = default;
};

/// What the reader has chosen for a plot.
struct PlotOptions
{
    double smoothing = 0.6; ///< 0 to 0.9
    bool logarithmic = false;
    bool showAll = false; ///< the loss axis is not cut
};

/// Something at `x` whose label needs `pixels` to its right.
struct RightRoom
{
    double x = 0;
    double pixels = 0;
};

/// From the first to the last point, wider where labels beside line ends need it. Counts begin at
/// 0. `width`: of the plot in pixels.
PlotRange plotRangeX(const ChartModel &model, double width, const std::vector<RightRoom> &rooms);

struct PlotRangeY
{
    PlotRange range;
    /// Where the axis was cut; nothing when all is shown.
    std::optional<double> cutAbove{};
    bool cutAtStartOnly = true; ///< what is cut lies in the first half
};

/// From 0 (or the data's lower end) to a round number above the data, or to the loss ceiling. A
/// percent axis ends at 100%, a little above it where a marker stands there. `ticks`: at most so
/// many fit.
PlotRangeY plotRangeY(const ChartModel &model, const PlotOptions &options, int ticks);

bool isLogarithmic(const ChartModel &model, const PlotOptions &options);

} // namespace luthier
