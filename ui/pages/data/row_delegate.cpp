// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/row_delegate.h"

#include "ui/pages/data/rows_model.h"
#include "ui/widgets/series_swatch.h"

#include <QPainter>

namespace luthier {

namespace {

QPixmap markerOf(int style, double ratio)
{
    const Theme &theme = Theme::current();
    const Theme::Series series = theme.series(style);
    const int side = Theme::units(1.5);
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    // A cross beside a row would read as "wrong".
    const Theme::Marker marker =
        series.marker == Theme::Marker::Cross ? Theme::Marker::Circle : series.marker;
    drawMarker(painter, marker, {side / 2.0, side / 2.0}, side * 0.38, series.color, series.color);
    return pixmap;
}

} // namespace

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme &theme = Theme::current();
    option->textElideMode = Qt::ElideRight;
    const auto color = [&](Theme::Token token) {
        for (const auto role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, theme.color(token));
    };
    if (index.data(FileRows::IsSecondary).toBool())
        color(Theme::Token::SecondaryText);
    if (index.data(FileRows::IsOverCutOff).toBool()) {
        color(Theme::Token::Warning);
        option->font.setWeight(QFont::DemiBold);
    }
    if (const int style = index.data(FileRows::LabelStyle).toInt()) {
        const double ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
        option->icon = QIcon();
        // In a selected row too it keeps the label's colour.
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected})
            option->icon.addPixmap(markerOf(style, ratio), mode);
        option->decorationSize = QSize(Theme::units(1.5), Theme::units(1.5));
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
}

} // namespace luthier
