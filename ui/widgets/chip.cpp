// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/shell/style_paint.h"
#include "ui/widgets/icon.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace luthier {

namespace {

QFont chipFont()
{
    QFont font = Theme::font(Theme::Type::Caption);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

Chip::Chip(QWidget *parent) : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setMuted(bool muted)
{
    m_muted = muted;
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    const int arrow = menu() ? luthier::iconSize(12) + Theme::units(0.5) : 0;
    return {metrics.horizontalAdvance(text()) + arrow + 2 * Theme::units(1),
            qMax(Theme::units(3), metrics.height() + Theme::units(0.5))};
}

void Chip::paintEvent(QPaintEvent *)
{
    using Token = Theme::Token;
    const Theme &theme = Theme::current();
    const bool off = !isEnabled(), strong = theme.isHighContrast();
    const Token text = off           ? Token::Off
                       : isChecked() ? (strong ? Token::OnAccent : Token::AccentText)
                       : m_muted     ? Token::SecondaryText
                                     : Token::Text;
    const Token border = isChecked() ? Token::Accent : off ? Token::Line : Token::Strong;
    const Token ground = isChecked()                ? (strong ? Token::Accent : Token::AccentSoft)
                         : underMouse() || isDown() ? Token::Alternate
                                                    : Token::Base;
    QPainter painter(this);
    paint::panel(painter, rect(), Theme::units(0.625), theme.color(ground), theme.color(border));
    const int margin = Theme::units(1), side = menu() ? luthier::iconSize(12) : 0;
    painter.setFont(chipFont());
    painter.setPen(theme.color(text));
    const QRect words(margin, 0, width() - 2 * margin - (side ? side + Theme::units(0.5) : 0) + 1,
                      height());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                         Qt::AlignVCenter,
                     this->text());
    if (side) {
        const QRect place(width() - margin - side + Theme::units(0.25), 0, side, height());
        drawIcon(painter, QStringLiteral("chevron-down"),
                 QStyle::visualRect(layoutDirection(), rect(), place), theme.color(text));
    }
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       (event->key() == Qt::Key_Down && event->modifiers() & Qt::AltModifier);
    if (opens && menu())
        showMenu();
    else
        QToolButton::keyPressEvent(event);
}

} // namespace luthier
