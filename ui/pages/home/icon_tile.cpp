// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/icon_tile.h"

#include "ui/shell/theme.h"
#include "ui/widgets/icon.h"

#include <QPainter>

namespace luthier {

IconTile::IconTile(const QString &icon, QWidget *parent) : QWidget(parent), m_icon(icon)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize IconTile::sizeHint() const
{
    return {Theme::units(6), Theme::units(6)};
}

void IconTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawIconTile(painter, m_icon, rect(), 24);
}

void drawIconTile(QPainter &painter, const QString &icon, const QRectF &tile, int iconPixels)
{
    const Theme &theme = Theme::current();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Theme::Token::AccentSoft));
    painter.drawRoundedRect(tile, Theme::units(0.75), Theme::units(0.75));
    const double side = iconSize(iconPixels);
    const QRectF place(tile.center() - QPointF(side, side) / 2, QSizeF(side, side));
    drawIcon(painter, icon, place, theme.color(Theme::Token::AccentText));
}

} // namespace luthier
