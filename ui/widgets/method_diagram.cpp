// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/method_diagram.h"

#include "ui/shell/style_paint.h"

#include <QPainter>
#include <QStyle>

namespace luthier {

namespace {

using Token = Theme::Token;

constexpr size_t mostBars = 9;

/// Position of each drawn part; a row that is left out in the middle counts as one bar.
std::vector<int> drawn(size_t count)
{
    std::vector<int> parts;
    for (size_t i = 0; i < count; ++i) {
        if (count <= mostBars || i < mostBars / 2 || i >= count - mostBars / 2)
            parts.push_back(int(i));
        else if (i == mostBars / 2)
            parts.push_back(-1);
    }
    return parts;
}

void drawPart(QPainter &painter, const QRectF &bar, bool learns)
{
    const Theme &theme = Theme::current();
    const double radius = Theme::units(0.375);
    if (learns) {
        paint::panel(painter, bar, radius, theme.color(Token::Accent), theme.color(Token::Accent));
        return;
    }
    paint::panel(painter, bar, radius, theme.color(Token::Alternate), QColor());
    paint::hatch(painter, bar, radius, theme.color(Token::Strong));
    paint::panel(painter, bar, radius, QColor(), theme.color(Token::Strong));
}

} // namespace

MethodDiagram::MethodDiagram(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MethodDiagram::setParts(std::vector<Part> parts)
{
    m_parts = std::move(parts);
    updateGeometry();
    update();
}

void MethodDiagram::setDescription(const QString &sentence)
{
    setAccessibleName(sentence);
    setToolTip(sentence);
}

QSize MethodDiagram::sizeHint() const
{
    return {Theme::units(11.25), int(drawn(m_parts.size()).size()) * Theme::units(2.375)};
}

void MethodDiagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double step = Theme::units(2.375), high = Theme::units(1.875), whole = width() - 2;
    const double small = Theme::units(0.875), gap = Theme::units(0.25);
    double top = 1;
    for (const int index : drawn(m_parts.size())) {
        if (index < 0) {
            painter.setPen(Theme::current().color(Token::SecondaryText));
            painter.drawText(QRectF(0, top, width(), high), Qt::AlignCenter, QStringLiteral("⋮"));
            top += step;
            continue;
        }
        const Part &part = m_parts[size_t(index)];
        const double wide = part.narrow ? whole * 0.64 : whole;
        QRectF bar(1 + (whole - wide) / 2, top, wide, high);
        if (part.addOn) {
            bar.setWidth(wide - 2 * small - 3 * gap);
            for (int i = 0; i < 2; ++i)
                drawPart(painter,
                         QRectF(bar.right() + 2 * gap + i * (small + gap), top, small, high), true);
        }
        drawPart(painter, bar, part.learns);
        top += step;
    }
}

} // namespace luthier
