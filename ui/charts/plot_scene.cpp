// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_scene.h"

#include "ui/charts/axis_ticks.h"
#include "ui/charts/series_look.h"

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

constexpr double labelGap = 8, rightMargin = 16, tickLength = 4, halfMarker = 6;

void setTicks(QCPAxis &axis, const std::vector<double> &ticks, const std::vector<QString> &texts)
{
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (size_t i = 0; i < ticks.size(); ++i)
        ticker->addTick(ticks[i], texts[i]);
    axis.setTicker(ticker);
}

double widest(const std::vector<QString> &texts, const QFont &font)
{
    const QFontMetricsF metrics(font);
    double out = 0;
    for (const QString &text : texts)
        out = std::max(out, metrics.horizontalAdvance(text));
    return out;
}

} // namespace

PlotScene::PlotScene(QCustomPlot &plot, const ChartModel &model)
    : m_plot(plot), m_model(model), m_curves(plot, model),
      m_overlay(new PlotOverlay(&plot, model, m_curves)), m_axisTitle(new QCPItemText(&plot))
{
    plot.plotLayout()->setMargins(QMargins());
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.setPlottingHint(QCP::phFastPolylines);
    m_axisTitle->setClipToAxisRect(false);
    m_axisTitle->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
    m_axisTitle->position->setType(QCPItemPosition::ptAbsolute);
    setLook();
}

void PlotScene::rebuild()
{
    setLook();
    m_curves.rebuild();
}

void PlotScene::setLook()
{
    const Theme &theme = Theme::current();
    const QFont font = Theme::font(Theme::Type::Caption);
    m_plot.setBackground(theme.color(Theme::Token::Base));
    for (QCPAxis *axis : {m_plot.xAxis, m_plot.yAxis}) {
        const bool isX = axis == m_plot.xAxis;
        axis->setBasePen(isX ? QPen(theme.color(Theme::Token::Strong)) : QPen(Qt::NoPen));
        axis->setTickPen(isX ? QPen(theme.color(Theme::Token::Strong)) : QPen(Qt::NoPen));
        axis->setSubTicks(false);
        // Else "5.0e-5" would be drawn as a product.
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(isX ? int(scaled(tickLength)) : 0);
        axis->setTickLabelPadding(int(scaled(isX ? tickLength : labelGap)));
        axis->setTickLabelFont(font);
        axis->setTickLabelColor(theme.color(Theme::Token::SecondaryText));
        axis->grid()->setVisible(!isX);
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setPen(QPen(theme.color(Theme::Token::Soft)));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_axisTitle->setFont(font);
    m_axisTitle->setColor(theme.color(Theme::Token::SecondaryText));
    m_axisTitle->setText(m_model.x().title);
}

int PlotScene::mostTicks(double pixels, double pixelsATick) const
{
    constexpr int fewest = 4, most = 7;
    return std::clamp(int(pixels / pixelsATick), fewest, most);
}

void PlotScene::setAxisY(const PlotOptions &options, double height)
{
    QCPAxis &axis = *m_plot.yAxis;
    const bool logarithmic = isLogarithmic(m_model, options);
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setRange(m_y.range.from, m_y.range.to);
    const QFontMetricsF metrics(axis.tickLabelFont());
    const std::vector<double> ticks =
        logarithmic
            ? logarithmicTicks(m_y.range.from, m_y.range.to)
            : linearTicks(m_y.range.from, m_y.range.to, mostTicks(height, 1.6 * metrics.height()));
    std::vector<QString> texts;
    if (logarithmic)
        for (const double tick : ticks)
            texts.push_back(valueText(tick, m_model.y().percent));
    else
        texts = tickTexts(ticks, m_model.y().percent);
    setTicks(axis, ticks, texts);
    QMargins margins = m_plot.axisRect()->margins();
    const double least = scaled(40);
    margins.setLeft(int(std::ceil(
        std::max(least, widest(texts, axis.tickLabelFont()) + scaled(labelGap) + scaled(8)))));
    m_plot.axisRect()->setMargins(margins);
}

void PlotScene::setAxisX(double width)
{
    QCPAxis &axis = *m_plot.xAxis;
    axis.setRange(m_x.from, m_x.to);
    const QFontMetricsF metrics(axis.tickLabelFont());
    const double title = metrics.horizontalAdvance(m_model.x().title);
    const bool whole = !m_model.x().percent;
    const double perTick = 1.5 * metrics.horizontalAdvance(valueText(m_x.to, false));
    std::vector<double> ticks = linearTicks(m_x.from, m_x.to, mostTicks(width, perTick), whole);
    std::vector<QString> texts = tickTexts(ticks, m_model.x().percent);
    for (size_t i = 0; i < ticks.size(); ++i) {
        const double at = (ticks[i] - m_x.from) / m_x.span() * width;
        // The axis' name stands at its end.
        if (title > 0 &&
            at + metrics.horizontalAdvance(texts[i]) / 2 > width - title - scaled(labelGap))
            texts[i].clear();
    }
    setTicks(axis, ticks, texts);
}

void PlotScene::draw(const PlotOptions &options, const std::optional<PlotRange> &zoomX,
                     const std::optional<PlotRange> &zoomY)
{
    QCPAxisRect &rect = *m_plot.axisRect();
    const QFontMetricsF metrics(m_plot.xAxis->tickLabelFont());
    const int bottom = int(std::ceil(metrics.height() + scaled(tickLength) * 2 + scaled(4)));
    const bool empty = !m_model.hasPoints();
    const QRect view = m_plot.viewport();
    const double height = view.height() - bottom;
    m_y = plotRangeY(m_model, options,
                     {.ticks = mostTicks(height, 1.6 * metrics.height()),
                      .marker = scaled(halfMarker) / std::max(height, scaled(4 * halfMarker))});
    const int top = std::max(m_overlay->roomAbove(m_y), int(scaled(8)));
    if (zoomY)
        m_y.range = *zoomY;
    rect.setMargins({rect.margins().left(), top, int(scaled(rightMargin)), bottom});
    setAxisY(options, height - top);
    const double width = std::max(1, view.width() - rect.margins().left() - rect.margins().right());
    m_x = zoomX ? *zoomX : plotRangeX(m_model, width, m_overlay->rightRooms());
    setAxisX(width);
    // What is cut lies outside of what a zoom shows.
    m_overlay->setCut(zoomX || zoomY ? PlotRangeY{m_y.range} : m_y);
    m_curves.update(options, m_x, int(width));
    for (QCPAxis *axis : {m_plot.xAxis, m_plot.yAxis})
        axis->setVisible(!empty);
    m_axisTitle->setVisible(!empty);
    m_axisTitle->position->setCoords(view.right() - scaled(rightMargin) + 1,
                                     view.bottom() - bottom + scaled(tickLength) * 2);
    m_plot.replot(QCustomPlot::rpImmediateRefresh);
}

QPointF PlotScene::toPixel(const QPointF &value) const
{
    return {m_plot.xAxis->coordToPixel(value.x()), m_plot.yAxis->coordToPixel(value.y())};
}

QPointF PlotScene::toValue(const QPointF &pixel) const
{
    return {m_plot.xAxis->pixelToCoord(pixel.x()), m_plot.yAxis->pixelToCoord(pixel.y())};
}

} // namespace luthier
