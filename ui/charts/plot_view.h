// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/plot_ranges.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>

class QCustomPlot;
class QPushButton;
class QRubberBand;

namespace luthier {

class PlotScene;
class ReadOutCard;

/// A chart of lines that one can look into: hover or arrow keys read values, the wheel (with focus
/// or Ctrl) zooms x, drag pans, Shift+drag zooms to a frame, double click goes back. Draws at most
/// 20 times a second. Bars are drawn by BarsView.
class PlotView : public ChartView
{
    Q_OBJECT

public:
    /// `model` must outlive the view.
    explicit PlotView(ChartModel &model, QWidget *parent = nullptr);
    ~PlotView() override;

    const ChartModel &model() const { return m_model; }
    PlotOptions options() const { return m_options; }
    void setOptions(const PlotOptions &options);

    bool isZoomed() const { return m_zoomX.has_value() || m_zoomY.has_value(); }
    /// `factor` below 1 shows less; around `x`, or the middle.
    void zoom(double factor, std::optional<double> x = std::nullopt);
    /// Out of the zoom; when not zoomed: shows what the loss axis cuts, or cuts again.
    void reset();
    /// The newest points stay in sight.
    void follow();
    /// The next Shift-less drag draws a zoom frame.
    void zoomByFrame();

    /// What the read-out says; empty when there is none.
    QString readOutText() const;

    QRectF plotArea() const;
    QPointF pixelOf(const QPointF &value) const;
    /// Draws now what waits.
    void redrawNow();
    QByteArray svg() override;
    QImage picture(double scale) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zoomedChanged(bool zoomed);
    void optionsChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setTexts();
    void rebuild();
    void queueRedraw();
    void setZoom(std::optional<PlotRange> x, std::optional<PlotRange> y);
    void pan(const QPoint &from, const QPoint &to);
    void zoomToFrame(const QRect &frame);
    void readAt(std::optional<double> x);
    void updateReadOut();
    void moveReadOut(int step);
    bool handleReadOutKey(int key);
    QRect innerRect() const;
    void placeFollowButton();

    ChartModel &m_model;
    PlotOptions m_options;
    QCustomPlot *m_plot;
    std::unique_ptr<PlotScene> m_scene;
    ReadOutCard *m_card;
    QPushButton *m_follow;
    QRubberBand *m_frame;
    std::optional<PlotRange> m_zoomX, m_zoomY;
    std::optional<double> m_read;
    bool m_readByKeys = false;
    bool m_frameNext = false;
    std::optional<QPoint> m_pressed;
    PlotRange m_pressedX, m_pressedY;
    QTimer m_redraw;
    QElapsedTimer m_sinceRedraw;
    bool m_stale = true;
};

} // namespace luthier
