// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon_label.h"

#include "ui/widgets/icon.h"

#include <QPainter>

namespace luthier {

IconLabel::IconLabel(const QString &name, int size, Theme::Token color, QWidget *parent)
    : QWidget(parent), m_name(name), m_size(size), m_color(color)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QString &name, Theme::Token color)
{
    m_name = name;
    m_color = color;
    update();
}

void IconLabel::setSize(int size)
{
    m_size = size;
    updateGeometry();
}

QSize IconLabel::sizeHint() const
{
    return {iconSize(m_size), iconSize(m_size)};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    drawIcon(painter, m_name, rect(), Theme::current().color(m_color));
}

} // namespace luthier
