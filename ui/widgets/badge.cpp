// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/shell/style_paint.h"
#include "ui/widgets/icon.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace luthier {

namespace {

using Token = Theme::Token;

std::pair<Token, Token> textAndGround(Badge::Kind kind)
{
    switch (kind) {
    case Badge::Info:
        return {Token::Info, Token::InfoSoft};
    case Badge::Warning:
        return {Token::Warning, Token::WarningSoft};
    case Badge::Error:
        return {Token::Error, Token::ErrorSoft};
    case Badge::Good:
        return {Token::Good, Token::GoodSoft};
    case Badge::Accent:
        return {Token::AccentText, Token::AccentSoft};
    case Badge::Neutral:
        break;
    }
    return {Token::SecondaryText, Token::Soft};
}

QFont badgeFont()
{
    QFont font = Theme::font(Theme::Type::Caption);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::setState(Kind kind, const QString &icon, const QString &text)
{
    m_kind = kind;
    m_icon = icon;
    m_text = text;
    setAccessibleName(text);
    // A badge that has no parent yet must not open as a window.
    if (text.isEmpty())
        hide();
    else if (parentWidget())
        show();
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    if (m_text.isEmpty())
        return {};
    const QFontMetrics metrics(badgeFont());
    const int mark = m_icon.isEmpty() ? 0 : iconSize(12) + Theme::units(0.5);
    return {metrics.horizontalAdvance(m_text) + mark + 2 * Theme::units(1),
            qMax(Theme::units(2.5), metrics.height() + Theme::units(0.25))};
}

QSize Badge::minimumSizeHint() const
{
    return sizeHint();
}

void Badge::paintEvent(QPaintEvent *)
{
    const auto [text, ground] = textAndGround(m_kind);
    const Theme &theme = Theme::current();
    QPainter painter(this);
    paint::panel(painter, rect(), height() / 2.0, theme.color(ground),
                 theme.isHighContrast() ? theme.color(text) : QColor());
    const int margin = Theme::units(1), side = iconSize(12);
    int left = margin;
    if (!m_icon.isEmpty()) {
        const QRect place(left, (height() - side) / 2, side, side);
        drawIcon(painter, m_icon, QStyle::visualRect(layoutDirection(), rect(), place),
                 theme.color(text));
        left += side + Theme::units(0.5);
    }
    painter.setFont(badgeFont());
    painter.setPen(theme.color(text));
    const QRect place(left, 0, width() - left - margin + 1, height());
    painter.drawText(
        QStyle::visualRect(layoutDirection(), rect(), place),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter, m_text);
}

void Badge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace luthier
