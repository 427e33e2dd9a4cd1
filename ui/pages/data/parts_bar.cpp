// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/parts_bar.h"

#include <QPainter>
#include <QPainterPath>

#include <numeric>

namespace luthier {

PartsBar::PartsBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PartsBar::setRows(const std::array<int64_t, 3> &rows)
{
    m_rows = rows;
    update();
}

QColor PartsBar::color(size_t part)
{
    const Theme &theme = Theme::current();
    return part < 2 ? theme.series(int(part) + 1).color : theme.color(Theme::Token::Strong);
}

QSize PartsBar::sizeHint() const
{
    return {Theme::units(20), Theme::units(2.5)};
}

void PartsBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::units(0.5),
                         Theme::units(0.5));
    painter.setClipPath(shape);
    painter.fillRect(rect(), theme.color(Theme::Token::Soft));
    const double all =
        double(std::max<int64_t>(1, std::accumulate(m_rows.begin(), m_rows.end(), int64_t(0))));
    double left = 0;
    for (size_t part = 0; part < m_rows.size(); ++part) {
        const QRectF place(left, 0, width() * double(m_rows[part]) / all, height());
        const QRectF visual = layoutDirection() == Qt::RightToLeft
                                  ? place.translated(width() - 2 * place.left() - place.width(), 0)
                                  : place;
        painter.fillRect(visual, color(part));
        if (part == 1)
            painter.fillRect(visual, QBrush(theme.color(Theme::Token::Base), Qt::BDiagPattern));
        left += place.width();
    }
}

} // namespace luthier
