// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_look.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace luthier {

namespace {

constexpr int validation = 2;
constexpr double strongLine = 2.4, otherLine = 1.6, faintLine = 1;
constexpr double faintShare = 0.32, otherRunShare = 0.5;

QColor blended(const QColor &color, double share, const QColor &ground)
{
    const auto mixed = [share](double a, double b) { return float(share * a + (1 - share) * b); };
    return QColor::fromRgbF(mixed(color.redF(), ground.redF()),
                            mixed(color.greenF(), ground.greenF()),
                            mixed(color.blueF(), ground.blueF()));
}

QPen penOf(const QColor &color, double width, const QVector<qreal> &dash)
{
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (dash.isEmpty())
        return pen;
    QVector<qreal> pattern;
    for (const qreal length : dash)
        pattern += scaled(length) / width;
    pen.setDashPattern(pattern);
    return pen;
}

} // namespace

double scaled(double pixels)
{
    constexpr double unitAt100 = 8;
    return pixels * Theme::unit() / unitAt100;
}

SeriesLook lookOf(const ChartModel::Series &series)
{
    using Look = ChartModel::Look;
    const Theme &theme = Theme::current();
    const Theme::Series style = theme.series(series.style);
    const bool isValidation = series.style == validation && !series.countsRuns;
    SeriesLook out;
    out.color = series.dashed ? theme.color(Theme::Token::Strong) : style.color;
    // Series 4 to 6 are too light for text.
    constexpr int lastDark = 3;
    out.textColor = series.style >= 1 && series.style <= lastDark ? style.color
                                                                  : theme.color(Theme::Token::Text);
    out.marker = isValidation ? Theme::Marker::Circle : style.marker;
    out.hasMarkers = series.look == Look::LineWithMarkers || series.look == Look::Markers;
    const bool behindOthers = series.countsRuns && series.smoothed;
    const bool thin = series.style == 0 || series.dashed || behindOthers;
    const double width = scaled(thin ? otherLine : strongLine);
    const QVector<qreal> dash = series.dashed  ? QVector<qreal>{3, 3}
                                : isValidation ? QVector<qreal>{}
                                               : style.dash;
    const QColor ground = theme.color(Theme::Token::Base);
    const QColor stroke = behindOthers ? blended(out.color, otherRunShare, ground) : out.color;
    out.line = series.look == Look::Markers ? QPen(Qt::NoPen) : penOf(stroke, width, dash);
    out.faint = QPen(blended(out.color, faintShare, ground), faintLine);
    if (series.look == Look::FaintLine && !series.smoothed)
        out.line = out.faint;
    return out;
}

QPainterPath markerPath(Theme::Marker marker, double r)
{
    QPainterPath path;
    switch (marker) {
    case Theme::Marker::Circle:
        path.addEllipse(QPointF(), r, r);
        break;
    case Theme::Marker::Square:
        path.addRect(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
        break;
    case Theme::Marker::Diamond:
        path.addPolygon(QPolygonF({{0, -1.3 * r}, {1.3 * r, 0}, {0, 1.3 * r}, {-1.3 * r, 0}}));
        path.closeSubpath();
        break;
    case Theme::Marker::Triangle:
        path.addPolygon(QPolygonF({{0, -1.25 * r}, {1.2 * r, 0.9 * r}, {-1.2 * r, 0.9 * r}}));
        path.closeSubpath();
        break;
    case Theme::Marker::TriangleDown:
        path.addPolygon(QPolygonF({{0, 1.25 * r}, {1.2 * r, -0.9 * r}, {-1.2 * r, -0.9 * r}}));
        path.closeSubpath();
        break;
    case Theme::Marker::Cross:
        path.moveTo(-r, -r);
        path.lineTo(r, r);
        path.moveTo(-r, r);
        path.lineTo(r, -r);
        break;
    }
    return path;
}

QPainterPath starPath(double radius)
{
    QPainterPath path;
    constexpr int corners = 10;
    constexpr double inner = 0.45;
    for (int i = 0; i < corners; ++i) {
        const double angle = std::numbers::pi * (2.0 * i / corners - 0.5);
        const double length = i % 2 ? inner * radius : radius;
        const QPointF corner(length * std::cos(angle), length * std::sin(angle));
        i == 0 ? path.moveTo(corner) : path.lineTo(corner);
    }
    path.closeSubpath();
    return path;
}

void drawPoint(QPainter &painter, const QPointF &at, Theme::Marker marker, double radius,
               const QColor &color)
{
    painter.setPen(QPen(color, scaled(1.6)));
    painter.setBrush(Theme::current().color(Theme::Token::Base));
    painter.drawPath(markerPath(marker, radius).translated(at));
}

void drawStar(QPainter &painter, const QPointF &at, double radius, const QColor &color)
{
    painter.setPen(QPen(Theme::current().color(Theme::Token::Base), scaled(2)));
    painter.setBrush(color);
    const QPainterPath star = starPath(radius).translated(at);
    painter.drawPath(star);
    painter.fillPath(star, color);
}

void drawSwatch(QPainter &painter, const QRectF &rect, const SeriesLook &look)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = rect.center();
    painter.setPen(look.line);
    painter.drawLine(QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y()));
    if (look.hasMarkers)
        drawPoint(painter, middle, look.marker, scaled(3.6), look.color);
}

QColor bandColor()
{
    QColor color = Theme::current().series(validation).color;
    const bool dark = Theme::current().scheme() == Theme::Scheme::Dark;
    color.setAlphaF(dark ? 0.16f : 0.13f);
    return color;
}

} // namespace luthier
