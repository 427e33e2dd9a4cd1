// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/drop_zone.h"

#include "ui/shell/theme.h"

#include <QPainter>

namespace luthier {

void DropZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double pen = Theme::current().borderWidth();
    painter.setPen(QPen(Theme::current().color(Theme::Token::Strong), pen, Qt::DashLine));
    painter.setBrush(Theme::current().color(Theme::Token::Base));
    const QRectF frame = QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    painter.drawRoundedRect(frame, Theme::unit(), Theme::unit());
}

} // namespace luthier
