// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_ranges.h"

#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_text.h"

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

struct Extent
{
    double lowest = INFINITY, highest = -INFINITY, lowestPositive = INFINITY;

    bool isEmpty() const { return lowest > highest; }
};

bool isDrawn(const ChartModel::Series &series)
{
    return series.look != ChartModel::Look::ReadOutOnly;
}

Extent extentOf(const ChartModel &model)
{
    Extent out;
    for (const ChartModel::Series &series : model.series()) {
        if (!isDrawn(series))
            continue;
        for (const QPointF &point : series.points) {
            const double y = point.y();
            if (!std::isfinite(y))
                continue;
            out.lowest = std::min(out.lowest, y);
            out.highest = std::max(out.highest, y);
            if (y > 0)
                out.lowestPositive = std::min(out.lowestPositive, y);
        }
    }
    return out;
}

PlotRange logarithmicRange(const Extent &extent)
{
    if (!std::isfinite(extent.lowestPositive))
        return {0.1, 1};
    const double margin = std::pow(extent.highest / extent.lowestPositive, 0.05);
    PlotRange out{extent.lowestPositive / margin, extent.highest * margin};
    if (out.to <= out.from * 1.01)
        out = {out.from / 2, out.to * 2};
    return out;
}

PlotRange linearRange(const ChartModel::Axis &axis, const Extent &extent, const HeightRoom &room)
{
    double from = axis.percent || extent.lowest < 0 ? extent.lowest : 0;
    double to = extent.highest;
    if (!(to > from)) {
        const double size = std::abs(to);
        to += size > 0 ? size / 2 : 1;
        from = from == 0 ? 0 : from - size / 2;
    }
    const double step = tickStep(from, to, room.ticks);
    constexpr double slack = 1e-9;
    from = std::floor(from / step + slack) * step;
    to = std::ceil(to / step - slack) * step;
    if (axis.percent)
        to = std::min(to, std::max(1.0, extent.highest));
    // Half of a marker stands above its value, and half below; an axis from 0 begins there.
    const double marker = room.marker / (1 - 2 * room.marker) * (to - from);
    return {from > 0 ? std::min(from, extent.lowest - marker) : from,
            std::max(to, extent.highest + marker)};
}

/// True when values above `limit` stand in the first half of their line only.
bool onlyStartIsAbove(const ChartModel &model, double limit)
{
    const auto span = spanX(model);
    const double middle = span ? (span->first + span->second) / 2 : 0;
    for (const ChartModel::Series &series : model.series())
        if (isDrawn(series))
            for (const QPointF &point : series.points)
                if (point.y() > limit && point.x() > middle)
                    return false;
    return true;
}

} // namespace

bool isLogarithmic(const ChartModel &model, const PlotOptions &options)
{
    return options.logarithmic || model.y().logarithmic;
}

PlotRange plotRangeX(const ChartModel &model, double width, const std::vector<RightRoom> &rooms)
{
    const auto span = spanX(model);
    PlotRange out{0, 1};
    if (span) {
        out.from = span->first >= 0 ? 0 : span->first;
        out.to = span->second;
    }
    if (model.x().minimum)
        out.from = *model.x().minimum;
    if (model.x().maximum) {
        out.to = *model.x().maximum;
    } else {
        const double end = out.to;
        for (const RightRoom &room : rooms)
            if (room.x > out.from && width > 2 * room.pixels)
                out.to = std::max(out.to,
                                  out.from + (room.x - out.from) * width / (width - room.pixels));
        // A far mark, such as a planned stop, must not press the curve together.
        out.to = std::min(out.to, out.from + 1.5 * (end - out.from));
    }
    if (!(out.to > out.from))
        out.to = out.from + 1;
    return out;
}

PlotRangeY plotRangeY(const ChartModel &model, const PlotOptions &options, const HeightRoom &room)
{
    const ChartModel::Axis &axis = model.y();
    const Extent extent = extentOf(model);
    PlotRangeY out;
    if (extent.isEmpty())
        return out;
    if (isLogarithmic(model, options)) {
        out.range = logarithmicRange(extent);
        return out;
    }
    out.range = linearRange(axis, extent, room);
    const ChartModel::Series *capping = model.find(axis.cappedBy);
    const std::optional<double> ceiling = axis.maximum ? axis.maximum
                                          : capping    ? lossCeiling(capping->points)
                                                       : std::nullopt;
    if (axis.minimum)
        out.range.from = *axis.minimum;
    if (!ceiling || options.showAll || *ceiling <= out.range.from)
        return out;
    if (axis.maximum || *ceiling < extent.highest)
        out.range.to = *ceiling;
    if (extent.highest > out.range.to) {
        out.cutAbove = out.range.to;
        out.cutAtStartOnly = onlyStartIsAbove(model, out.range.to);
    }
    return out;
}

} // namespace luthier
