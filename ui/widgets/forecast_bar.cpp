// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forecast_bar.h"

#include "ui/shell/style_paint.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace luthier {

namespace {

using Token = Theme::Token;

int rowHeight()
{
    return qMax(Theme::units(3.5), QFontMetrics(Theme::font(Theme::Type::Body)).height());
}

QFont itemFont(const ForecastBar::Item &item)
{
    QFont font = Theme::font(Theme::Type::Body);
    if (item.strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

int widest(const std::vector<ForecastBar::Item> &items, QString ForecastBar::Item::*text)
{
    int width = 0;
    for (const auto &item : items)
        width = qMax(width, QFontMetrics(itemFont(item)).horizontalAdvance(item.*text) + 2);
    return width;
}

} // namespace

ForecastBar::ForecastBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ForecastBar::setItems(std::vector<Item> items)
{
    m_items = std::move(items);
    QStringList said;
    for (const Item &item : m_items)
        said.append(item.label + QStringLiteral(": ") + item.value);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void ForecastBar::setFull(double amount)
{
    m_full = amount;
    update();
}

QSize ForecastBar::sizeHint() const
{
    return {widest(m_items, &Item::label) + widest(m_items, &Item::value) + Theme::units(14),
            int(m_items.size()) * rowHeight()};
}

QSize ForecastBar::minimumSizeHint() const
{
    return {widest(m_items, &Item::value) + Theme::units(16), sizeHint().height()};
}

void ForecastBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::current();
    double full = m_full;
    if (full <= 0) {
        for (const Item &item : m_items)
            full = qMax(full, std::isfinite(item.amount) ? item.amount : 0);
    }
    const int gap = Theme::units(1), values = widest(m_items, &Item::value);
    const int labels =
        qMin(widest(m_items, &Item::label), qMax(0, width() - values - Theme::units(6) - 2 * gap));
    const int thick = Theme::units(1);
    const auto placed = [&](int left, int top, int wide, int high) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, top, wide, high));
    };
    const Qt::Alignment start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    const Qt::Alignment end = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight);
    int top = 0;
    for (const Item &item : m_items) {
        const int height = rowHeight();
        painter.setFont(itemFont(item));
        painter.setPen(theme.color(Token::Text));
        painter.drawText(placed(0, top, labels, height), int(start) | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(item.label, Qt::ElideRight, labels));
        painter.drawText(placed(width() - values, top, values, height), int(end) | Qt::AlignVCenter,
                         item.value);
        const int left = labels + gap;
        const QRect track =
            placed(left, top + (height - thick) / 2, width() - left - values - gap, thick);
        paint::progress(painter, track, full > 0 ? item.amount / full : 0,
                        layoutDirection() == Qt::RightToLeft);
        top += height;
    }
}

} // namespace luthier
