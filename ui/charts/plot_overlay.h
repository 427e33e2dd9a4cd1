// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/label_layout.h"
#include "ui/charts/plot.h"
#include "ui/charts/plot_curves.h"

namespace luthier {

/// Marks, values at line ends and remarks above the curves of a plot.
class PlotOverlay : public QCPAbstractItem
{
public:
    /// Belongs to `plot`.
    PlotOverlay(QCustomPlot *plot, const ChartModel &model, const PlotCurves &curves);

    /// What lies to the right of points and marks, for the range of x.
    std::vector<RightRoom> rightRooms() const;
    /// Height that labels above the plot need; 0 when there are none.
    int roomAbove(const PlotRangeY &y) const;
    void setCut(const PlotRangeY &y) { m_y = y; }

    double selectTest(const QPointF &, bool, QVariant * = nullptr) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override;

private:
    struct Label
    {
        QString text, note{};
        QColor color;
        bool bold = false;
        Qt::Alignment alignment = Qt::AlignLeft;
        LabelWish wish{};
    };

    QPointF pixel(double x, double y) const;
    QSizeF size(const Label &label) const;
    bool isVisible(double x) const;
    double starValue(const ChartModel::Mark &mark) const;
    size_t starSeries(const ChartModel::Mark &mark) const;
    QString cutText() const;
    void drawMarkLine(QCPPainter &painter, const ChartModel::Mark &mark) const;
    void drawMarkStar(QCPPainter &painter, const ChartModel::Mark &mark) const;
    void drawGaps(QCPPainter &painter) const;
    void drawLabel(QCPPainter &painter, const Label &label, const QRectF &rect) const;
    std::vector<Label> labels() const;
    Label markLabel(const ChartModel::Mark &mark) const;
    Label starLabel(const ChartModel::Mark &mark) const;
    std::vector<Label> valueLabels() const;
    std::vector<Label> remarks() const;

    const ChartModel &m_model;
    const PlotCurves &m_curves;
    PlotRangeY m_y;
};

} // namespace luthier
