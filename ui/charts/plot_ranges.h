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

/// What a plot's height has room for.
struct HeightRoom
{
    int ticks = 7;        ///< at most so many
    double marker = 0.03; ///< share of the height that half a marker takes
};

/// From 0 (or the data's lower end) to a round number above the data, or to the loss ceiling. A
/// percent axis ends at 100%. Any axis ends a little later where a marker would stand across it.
PlotRangeY plotRangeY(const ChartModel &model, const PlotOptions &options,
                      const HeightRoom &room = {});

bool isLogarithmic(const ChartModel &model, const PlotOptions &options);

} // namespace luthier
