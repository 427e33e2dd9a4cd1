// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_curves.h"

#include "ui/charts/series_look.h"
#include "ui/charts/thinning.h"

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

using Look = ChartModel::Look;

QCPScatterStyle scatterOf(const SeriesLook &look)
{
    // QCustomPlot draws custom paths for a size of 6.
    constexpr double pathSize = 6;
    const double size = scaled(8);
    const double shrink = pathSize / size;
    return QCPScatterStyle(markerPath(look.marker, pathSize / 2),
                           QPen(look.color, scaled(1.6) * shrink),
                           Theme::current().color(Theme::Token::Base), size);
}

/// The part of a line inside `range`, with its ends on the range's borders.
std::vector<QPointF> cutTo(const std::vector<QPointF> &points, const PlotRange &range)
{
    std::vector<QPointF> out{{range.from, interpolated(points, range.from)}};
    for (const QPointF &point : points)
        if (point.x() > range.from && point.x() < range.to)
            out.push_back(point);
    out.emplace_back(range.to, interpolated(points, range.to));
    return out;
}

} // namespace

double interpolated(const std::vector<QPointF> &points, double x)
{
    const auto after =
        std::lower_bound(points.begin(), points.end(), x,
                         [](const QPointF &point, double at) { return point.x() < at; });
    if (after == points.end())
        return NAN;
    if (after->x() == x)
        return after->y();
    if (after == points.begin())
        return NAN;
    const QPointF &a = *std::prev(after), &b = *after;
    return a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
}

const std::vector<QPointF> &PlotCurves::shown(size_t series) const
{
    return m_curves[series].smoothed ? m_curves[series].smooth : m_model.series()[series].points;
}

void PlotCurves::rebuild()
{
    m_plot.clearGraphs();
    m_curves.assign(m_model.series().size(), Curve());
    m_areas.clear();
    makeAreas();
    for (const bool raw : {true, false}) {
        for (size_t i = 0; i < m_curves.size(); ++i) {
            const ChartModel::Series &series = m_model.series()[i];
            if (series.look == Look::ReadOutOnly)
                continue;
            if (!raw)
                makeCurve(i);
            else if (series.look == Look::FaintLine && series.smoothed) {
                m_curves[i].raw = m_plot.addGraph();
                m_curves[i].raw->setPen(lookOf(series).faint);
            }
        }
    }
}

void PlotCurves::makeCurve(size_t index)
{
    const ChartModel::Series &series = m_model.series()[index];
    const SeriesLook look = lookOf(series);
    QCPGraph *graph = m_plot.addGraph();
    m_curves[index].line = graph;
    graph->setPen(look.line);
    if (series.look == Look::Steps)
        graph->setLineStyle(QCPGraph::lsStepLeft);
    else if (series.look == Look::Bars)
        graph->setLineStyle(QCPGraph::lsImpulse);
    else if (series.look == Look::Markers)
        graph->setLineStyle(QCPGraph::lsNone);
}

void PlotCurves::makeAreas()
{
    const auto &series = m_model.series();
    const auto indexOf = [&](const QString &id) {
        return size_t(std::find_if(series.begin(), series.end(),
                                   [&](const auto &entry) { return entry.id == id; }) -
                      series.begin());
    };
    for (const ChartModel::Band &band : m_model.bands()) {
        Area area{indexOf(band.upper), indexOf(band.lower), {band.from, band.to}, {}, {}};
        if (area.upper == series.size() || area.lower == series.size())
            continue;
        area.top = m_plot.addGraph();
        area.bottom = m_plot.addGraph();
        area.top->setPen(Qt::NoPen);
        area.bottom->setPen(Qt::NoPen);
        area.top->setBrush(bandColor());
        area.top->setChannelFillGraph(area.bottom);
        m_areas.push_back(area);
    }
}

void PlotCurves::smoothNewPoints(size_t index, double factor)
{
    Curve &curve = m_curves[index];
    const ChartModel::Series &series = m_model.series()[index];
    curve.smoothed = series.smoothed && factor > 0;
    if (!curve.smoothed)
        return;
    if (curve.smoother.factor() != factor || curve.smooth.size() > series.points.size()) {
        curve.smoother = Smoother(factor);
        curve.smooth.clear();
    }
    curve.smooth.reserve(series.points.capacity());
    for (size_t i = curve.smooth.size(); i < series.points.size(); ++i)
        curve.smooth.emplace_back(series.points[i].x(), curve.smoother.next(series.points[i].y()));
}

void PlotCurves::fill(QCPGraph &graph, const std::vector<QPointF> &points, const PlotRange &x,
                      int columns)
{
    const std::vector<QPointF> seen = thinned(points, x.from, x.to, columns);
    QVector<QCPGraphData> data;
    data.reserve(qsizetype(seen.size()));
    for (const QPointF &point : seen)
        data.append(QCPGraphData(point.x(), point.y()));
    graph.data()->set(data, true);
}

/// Noise that fills its columns of pixels is a band whatever the pen: an antialiased thick one
/// would take ten times as long for it.
void PlotCurves::chooseStroke(QCPGraph &graph, const QPen &pen, int columns) const
{
    constexpr double noisy = 16; ///< pixels up and down a column
    const QRect seen = m_plot.axisRect()->rect();
    double travelled = 0, last = NAN;
    for (const QCPGraphData &point : *graph.data()) {
        // What is above the chart costs nothing.
        const double y = std::isfinite(point.value)
                             ? std::clamp<double>(m_plot.yAxis->coordToPixel(point.value),
                                                  seen.top(), seen.bottom())
                             : point.value;
        if (std::isfinite(y) && std::isfinite(last))
            travelled += std::abs(y - last);
        last = y;
    }
    const bool band = graph.data()->size() > columns && travelled > noisy * columns;
    graph.setAntialiased(!band);
    graph.setPen(band ? QPen(pen.color(), 1) : pen);
}

void PlotCurves::update(const PlotOptions &options, const PlotRange &x, int columns)
{
    m_gaps.clear();
    for (size_t i = 0; i < m_curves.size(); ++i) {
        Curve &curve = m_curves[i];
        if (!curve.line)
            continue;
        smoothNewPoints(i, options.smoothing);
        fill(*curve.line, shown(i), x, columns);
        const SeriesLook look = lookOf(m_model.series()[i]);
        chooseStroke(*curve.line, look.line, columns);
        if (curve.raw) {
            // Without smoothing the raw line itself is drawn strongly.
            curve.raw->setVisible(curve.smoothed);
            fill(*curve.raw, m_model.series()[i].points, x, columns);
            chooseStroke(*curve.raw, look.faint, columns);
        }
        for (const QCPGraphData &point : *curve.line->data())
            if (std::isnan(point.value) && point.key >= x.from && point.key <= x.to)
                m_gaps.push_back(point.key);
        const ChartModel::Series &series = m_model.series()[i];
        constexpr int pixelsAMarker = 10;
        const bool single = series.points.size() == 1;
        const bool roomForMarkers = curve.line->data()->size() * pixelsAMarker <= columns;
        const bool marked = single || (look.hasMarkers && roomForMarkers);
        curve.line->setScatterStyle(marked ? scatterOf(look) : QCPScatterStyle());
    }
    std::sort(m_gaps.begin(), m_gaps.end());
    fillAreas(x, columns);
}

void PlotCurves::fillAreas(const PlotRange &x, int columns)
{
    for (const Area &area : m_areas) {
        const std::vector<QPointF> &upper = shown(area.upper), &lower = shown(area.lower);
        PlotRange range = area.range;
        for (const auto *points : {&upper, &lower}) {
            if (points->empty())
                range.to = range.from;
            else
                range.to = std::min(range.to, points->back().x());
        }
        const bool empty = !(range.to > range.from);
        area.top->setVisible(!empty);
        if (empty)
            continue;
        fill(*area.top, cutTo(upper, range), x, columns);
        fill(*area.bottom, cutTo(lower, range), x, columns);
    }
}

} // namespace luthier
