// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot_overlay.h"

namespace luthier {

/// One chart drawn by QCustomPlot: curves, axes, marks. Widget and picture files use the same.
class PlotScene
{
public:
    PlotScene(QCustomPlot &plot, const ChartModel &model);

    /// After anything but new points, also another theme.
    void rebuild();
    /// Draws now. `zoomX`, `zoomY`: what the reader has zoomed to, else all.
    void draw(const PlotOptions &options, const std::optional<PlotRange> &zoomX,
              const std::optional<PlotRange> &zoomY);

    QRectF area() const { return QRectF(m_plot.axisRect()->rect()); }
    PlotRange x() const { return m_x; }
    PlotRange y() const { return m_y.range; }
    bool isCut() const { return m_y.cutAbove.has_value(); }
    QPointF toPixel(const QPointF &value) const;
    QPointF toValue(const QPointF &pixel) const;
    /// What is drawn of a series: smoothed where it is.
    const std::vector<QPointF> &shown(size_t series) const { return m_curves.shown(series); }

private:
    void setLook();
    int mostTicks(double pixels, double pixelsATick) const;
    void setAxisY(const PlotOptions &options, double height);
    void setAxisX(double width);

    QCustomPlot &m_plot;
    const ChartModel &m_model;
    PlotCurves m_curves;
    PlotOverlay *m_overlay;
    QCPItemText *m_axisTitle;
    PlotRange m_x;
    PlotRangeY m_y;
};

} // namespace luthier
