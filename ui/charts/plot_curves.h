// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot.h"
#include "ui/charts/plot_ranges.h"
#include "ui/charts/smoothing.h"

#include <memory>

namespace luthier {

/// The lines and areas of a chart in a QCustomPlot. Its graphs hold only what can be seen: thinned
/// to the columns of pixels.
class PlotCurves
{
public:
    PlotCurves(QCustomPlot &plot, const ChartModel &model) : m_plot(plot), m_model(model) {}

    /// After anything but new points: makes the graphs anew.
    void rebuild();
    /// Fills the graphs for what is visible.
    void update(const PlotOptions &options, const PlotRange &x, int columns);
    /// The smoothed points of a series, or its own.
    const std::vector<QPointF> &shown(size_t series) const;
    /// Where values are missing, ascending: one a gap, among what `update` took.
    const std::vector<double> &gaps() const { return m_gaps; }

private:
    struct Curve
    {
        QPointer<QCPGraph> raw, line;
        Smoother smoother;
        std::vector<QPointF> smooth{};
        bool smoothed = false;
    };
    struct Area
    {
        size_t upper = 0, lower = 0;
        PlotRange range;
        QPointer<QCPGraph> top, bottom;
    };

    void makeAreas();
    void makeCurve(size_t series);
    void smoothNewPoints(size_t series, double factor);
    void fillAreas(const PlotRange &x, int columns);
    void fill(QCPGraph &graph, const std::vector<QPointF> &points, const PlotRange &x, int columns);
    void chooseStroke(QCPGraph &graph, const QPen &pen, int columns) const;

    QCustomPlot &m_plot;
    const ChartModel &m_model;
    std::vector<Curve> m_curves;
    std::vector<Area> m_areas;
    std::vector<double> m_gaps;
};

/// Value of a line at `x` between its points; NaN outside and in a gap.
double interpolated(const std::vector<QPointF> &points, double x);

} // namespace luthier
