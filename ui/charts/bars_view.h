// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"
#include "ui/charts/chart_view.h"

#include <optional>

class QChart;
class QChartView;

namespace luthier {

/// Bars drawn by Qt Charts, in one of two forms.
/// Histogram (no categories): each point of the one series is a bin, x its left edge, all of one
/// width; when the axis ends at the last edge (`Axis::maximum`) the last bin holds everything from
/// there on ("512+"). A mark CutOff stands on an edge: bins from there on are hatched, and the
/// reader may move it by mouse or arrow keys.
/// Categories: x is the number of the category, each series a look of its own.
class BarsView : public ChartView
{
    Q_OBJECT

public:
    /// `model` must outlive the view.
    explicit BarsView(ChartModel &model, QWidget *parent = nullptr);

    const ChartModel &model() const { return m_model; }
    /// Where the cut-off stands while it is moved; nothing when the chart has none.
    std::optional<double> cutOff() const;
    /// Middle of a bin's top edge, in this widget.
    QPointF pixelOf(const QPointF &point) const;

    QByteArray svg() override;
    QImage picture(double scale) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Moved by the reader to another bin's edge; the owner changes the model's mark.
    void cutOffMoved(double x);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Canvas;

    void rebuild();
    void addHistogram();
    void addCategories();
    void setAxes(double last, const std::vector<std::pair<double, QString>> &labels);
    void moveCutOff(double edge);
    double nearestEdge(double pixel) const;
    double binWidth() const;
    bool isHistogram() const;
    double pixelOfEdge(double edge) const;

    ChartModel &m_model;
    Canvas *m_canvas;
    bool m_moving = false;
};

} // namespace luthier
