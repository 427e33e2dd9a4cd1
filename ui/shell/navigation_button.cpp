// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation_button.h"

#include "ui/shell/theme.h"
#include "ui/widgets/icon.h"

#include <QPainter>

namespace luthier {

namespace {

constexpr int iconPixels = 18;

} // namespace

NavigationButton::NavigationButton(const QString &iconName, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void NavigationButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
    update();
}

void NavigationButton::setCount(int count, const QString &meaning)
{
    m_count = count;
    m_meaning = meaning;
    setAccessibleTexts();
    update();
}

void NavigationButton::setTexts(const QString &name, const QKeySequence &key)
{
    m_name = name;
    m_key = key;
    setText(name);
    setAccessibleTexts();
    updateGeometry();
}

void NavigationButton::setAccessibleTexts()
{
    setAccessibleName(m_name);
    setAccessibleDescription(m_count > 0 ? m_meaning : QString());
    QString tip = m_name;
    if (!m_key.isEmpty())
        tip += QStringLiteral(" (%1)").arg(m_key.toString(QKeySequence::NativeText));
    setToolTip(m_count > 0 ? tip + u'\n' + m_meaning : tip);
}

QSize NavigationButton::sizeHint() const
{
    const int unit = Theme::unit();
    if (m_narrow)
        return {9 * unit / 2, 5 * unit};
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int badge = m_count > 0 ? 4 * unit : 0;
    return {9 * unit / 2 + luthier::iconSize(iconPixels) +
                QFontMetrics(bold).horizontalAdvance(m_name) + badge,
            5 * unit};
}

void NavigationButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NavigationButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void NavigationButton::paintBadge(QPainter &painter, const QRectF &row) const
{
    const int unit = Theme::unit();
    const QString text = QLocale().toString(m_count);
    painter.setFont(Theme::font(Theme::Type::Caption));
    const double high = m_narrow ? 2 * unit : 2.5 * unit;
    const double wide = qMax<double>(high, painter.fontMetrics().horizontalAdvance(text) + unit);
    const QRectF badge =
        m_narrow ? QRectF(row.right() - wide, row.top(), wide, high)
                 : QRectF(row.right() - wide - 1.5 * unit, row.center().y() - high / 2, wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(badge, high / 2, high / 2);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(badge, Qt::AlignCenter, text);
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    const int unit = Theme::unit();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF row = rect();
    if (isChecked() || underMouse()) {
        painter.setBrush(palette().color(isChecked() ? QPalette::Base : QPalette::Midlight));
        painter.drawRoundedRect(row, 0.75 * unit, 0.75 * unit);
    }
    if (isChecked()) {
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(0, unit, 0.375 * unit, row.height() - 2 * unit), 2, 2);
    }
    const Theme &theme = Theme::current();
    const QColor ink =
        theme.color(isChecked() ? Theme::Token::AccentText : Theme::Token::SecondaryText);
    const int pixels = luthier::iconSize(iconPixels);
    const double left = m_narrow ? (row.width() - pixels) / 2 : 1.5 * unit;
    drawIcon(painter, m_iconName, QRectF(left, (row.height() - pixels) / 2, pixels, pixels), ink);
    if (!m_narrow) {
        QFont name = font();
        name.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
        painter.setFont(name);
        painter.setPen(ink);
        painter.drawText(row.adjusted(left + pixels + 1.5 * unit, 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, m_name);
    }
    if (m_count > 0)
        paintBadge(painter, row);
}

} // namespace luthier
