// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/brand.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace luthier {

namespace {

constexpr double grid = 24;

QPainterPath soundHole()
{
    QPainterPath path(QPointF(15.6, 6.2));
    path.cubicTo(13.0, 4.7, 10.7, 6.4, 11.3, 9.1);
    path.lineTo(12.7, 14.9);
    path.cubicTo(13.3, 17.6, 11.0, 19.3, 8.4, 17.8);
    return path;
}

} // namespace

QPixmap brandMark(int side, qreal devicePixelRatio)
{
    QPixmap mark(QSize(side, side) * devicePixelRatio);
    mark.setDevicePixelRatio(devicePixelRatio);
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / grid, side / grid);
    const QColor ink = Theme::current().color(Theme::Token::OnAccent);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().color(Theme::Token::Accent));
    painter.drawRoundedRect(QRectF(0, 0, grid, grid), 6, 6);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(15.7, 7.6), 1.5, 1.5);
    painter.drawEllipse(QPointF(8.3, 16.4), 1.5, 1.5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.9, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(soundHole());
    painter.setPen(QPen(ink, 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(9.8, 12.6), QPointF(14.2, 11.4));
    return mark;
}

QIcon brandIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(brandMark(side, 1));
    return icon;
}

} // namespace luthier
