// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/action_row.h"

#include "ui/pages/home/icon_tile.h"
#include "ui/shell/theme.h"
#include "ui/widgets/icon.h"

#include <QPainter>

namespace luthier {

namespace {

constexpr int iconPixels = 18;
constexpr double rowUnits = 8, tileUnits = 4.5;

QFont titleFont()
{
    QFont font = Theme::font(Theme::Type::Body);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

ActionRow::ActionRow(const QString &icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ActionRow::setTexts(const QString &title, const QString &note)
{
    m_note = note;
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(note);
    setToolTip(note);
    updateGeometry();
    update();
}

QRect ActionRow::textRect() const
{
    const int left = Theme::units(2 + tileUnits + 2);
    return {left, 0, width() - left - Theme::units(5), height()};
}

QSize ActionRow::sizeHint() const
{
    const int text =
        qMax(QFontMetrics(titleFont()).horizontalAdvance(this->text()),
             QFontMetrics(Theme::font(Theme::Type::Caption)).horizontalAdvance(m_note));
    return {Theme::units(2 + tileUnits + 2 + 5) + text, Theme::units(rowUnits)};
}

QSize ActionRow::minimumSizeHint() const
{
    return {Theme::units(25), Theme::units(rowUnits)};
}

void ActionRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), theme.color(Theme::Token::Alternate));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Theme::Token::Line));

    const QRectF tile(Theme::units(2), (height() - Theme::units(tileUnits)) / 2,
                      Theme::units(tileUnits), Theme::units(tileUnits));
    drawIconTile(painter, m_icon, tile, iconPixels);
    const double side = luthier::iconSize(iconPixels);
    const QRectF arrow(width() - Theme::units(3.5), (height() - side) / 2, side, side);
    drawIcon(painter, QStringLiteral("chevron-right"), arrow,
             theme.color(Theme::Token::SecondaryText));

    const QRect upper = textRect().adjusted(0, 0, 0, -height() / 2);
    const QRect lower = textRect().adjusted(0, height() / 2, 0, 0);
    painter.setFont(titleFont());
    painter.setPen(theme.color(Theme::Token::Text));
    painter.drawText(upper, Qt::AlignBottom | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, upper.width()));
    painter.setFont(Theme::font(Theme::Type::Caption));
    painter.setPen(theme.color(Theme::Token::SecondaryText));
    painter.drawText(lower, Qt::AlignTop | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_note, Qt::ElideRight, lower.width()));
}

} // namespace luthier
