// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/series_swatch.h"

#include <QPainter>
#include <QPolygonF>

namespace luthier {

namespace {

QPolygonF outline(Theme::Marker marker, const QPointF &center, double radius)
{
    const auto at = [&](double x, double y) { return center + QPointF(x, y) * radius; };
    switch (marker) {
    case Theme::Marker::Square:
        return {at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)};
    case Theme::Marker::Diamond:
        return {at(0, -1.25), at(1.25, 0), at(0, 1.25), at(-1.25, 0)};
    case Theme::Marker::Triangle:
        return {at(0, -1.15), at(1.15, 0.95), at(-1.15, 0.95)};
    case Theme::Marker::TriangleDown:
        return {at(0, 1.15), at(1.15, -0.95), at(-1.15, -0.95)};
    case Theme::Marker::Circle:
    case Theme::Marker::Cross:
        break;
    }
    return {};
}

} // namespace

void drawMarker(QPainter &painter, Theme::Marker marker, const QPointF &center, double radius,
                const QColor &color, const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, qMax(1.5, radius * 0.45)));
    painter.setBrush(ground);
    if (marker == Theme::Marker::Circle) {
        painter.drawEllipse(center, radius, radius);
    } else if (marker == Theme::Marker::Cross) {
        painter.drawLine(center + QPointF(-radius, -radius), center + QPointF(radius, radius));
        painter.drawLine(center + QPointF(-radius, radius), center + QPointF(radius, -radius));
    } else {
        painter.drawPolygon(outline(marker, center, radius));
    }
    painter.restore();
}

SeriesSwatch::SeriesSwatch(int number, QWidget *parent) : QWidget(parent), m_number(number)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize SeriesSwatch::sizeHint() const
{
    return {Theme::units(3.5), Theme::units(2)};
}

void SeriesSwatch::paintEvent(QPaintEvent *)
{
    const Theme::Series series = Theme::current().series(m_number);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = 2.2;
    QPen pen(series.color, width, Qt::SolidLine, Qt::FlatCap);
    QVector<qreal> dash = series.dash;
    for (qreal &length : dash)
        length /= width;
    if (!dash.isEmpty())
        pen.setDashPattern(dash);
    painter.setPen(pen);
    const QPointF center = QRectF(rect()).center();
    painter.drawLine(QPointF(0, center.y()), QPointF(this->width(), center.y()));
    drawMarker(painter, series.marker, center, Theme::units(0.45), series.color,
               Theme::current().color(Theme::Token::Base));
}

} // namespace luthier
