// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runs/runs_delegate.h"

#include "ui/charts/plot_curves.h"
#include "ui/charts/series_look.h"
#include "ui/charts/thinning.h"
#include "ui/shell/run_words.h"
#include "ui/widgets/icon.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

using Token = Theme::Token;

/// The soft ground of a state's badge.
Token groundOf(RunState state)
{
    switch (state) {
    case RunState::Running:
        return Token::AccentSoft;
    case RunState::Done:
        return Token::GoodSoft;
    case RunState::Failed:
        return Token::ErrorSoft;
    case RunState::Interrupted:
        return Token::InfoSoft;
    case RunState::Missing:
        return Token::WarningSoft;
    case RunState::Stopped:
        break;
    }
    return Token::Soft;
}

constexpr double badgeIcon = 12, badgeGap = 4, badgeSide = 8, cellSide = 8;

QFont badgeFont()
{
    QFont font = Theme::font(Theme::Type::Caption);
    font.setWeight(QFont::Medium);
    return font;
}

/// Of a badge with that word, without the word.
double badgeFrame()
{
    return scaled(2 * badgeSide + badgeIcon + badgeGap);
}

void drawBadge(QPainter &painter, const QRectF &cell, const RunSummary &run)
{
    const StateLook look = lookOf(run.record.state);
    const Theme &theme = Theme::current();
    const QFont font = badgeFont();
    const QFontMetricsF metrics(font);
    const double iconSide = scaled(badgeIcon), gap = scaled(badgeGap), side = scaled(badgeSide);
    const double height = scaled(20);
    const double room = cell.width() - badgeFrame();
    const QString text = metrics.elidedText(look.word, Qt::ElideRight, std::max(room, 0.0));
    const double width = badgeFrame() + metrics.horizontalAdvance(text);
    const QRectF badge(cell.left(), cell.center().y() - height / 2, width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool contrast = theme.isHighContrast();
    painter.setPen(contrast ? QPen(theme.color(Token::Text), 2) : QPen(Qt::NoPen));
    painter.setBrush(theme.color(groundOf(run.record.state)));
    painter.drawRoundedRect(badge, height / 2, height / 2);
    const QColor ink = theme.color(look.color);
    drawIcon(painter, look.icon,
             {badge.left() + side, badge.center().y() - iconSide / 2, iconSide, iconSide}, ink);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(badge.adjusted(side + iconSide + gap, 0, 0, 0),
                     int(Qt::AlignLeft | Qt::AlignVCenter), text);
}

void drawVerdict(QPainter &painter, const QRectF &cell, const RunSummary &run)
{
    const QString word = verdictWord(run);
    if (word.isEmpty())
        return;
    const double side = scaled(16);
    drawIcon(painter, verdictIcon(run), {cell.left(), cell.center().y() - side / 2, side, side},
             Theme::current().color(verdictColor(run)));
    const QFont font = Theme::font(Theme::Type::Body);
    const QRectF text = cell.adjusted(side + scaled(6), 0, 0, 0);
    painter.setFont(font);
    painter.setPen(Theme::current().color(Token::Text));
    painter.drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter),
                     QFontMetricsF(font).elidedText(word, Qt::ElideRight, text.width()));
}

} // namespace

void drawSparkline(QPainter &painter, const QRectF &rect, const RunSummary &run)
{
    std::vector<QPointF> points;
    for (const QPointF &point : run.validation)
        if (std::isfinite(point.y()))
            points.push_back(point);
    if (points.empty())
        return;
    const double from = points.front().x(), to = std::max(points.back().x(), from + 1);
    double low = points.front().y(), high = low;
    for (const QPointF &point : points) {
        low = std::min(low, point.y());
        high = std::max(high, point.y());
    }
    const double span = high > low ? high - low : 1;
    const auto toPixel = [&](const QPointF &point) {
        return QPointF(rect.left() + (point.x() - from) / (to - from) * rect.width(),
                       rect.bottom() - (point.y() - low) / span * rect.height());
    };
    QPolygonF line;
    for (const QPointF &point : thinned(points, from, to, int(rect.width())))
        line += toPixel(point);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::current().series(2).color, scaled(1.6)));
    painter.drawPolyline(line);
    const double best = double(run.record.bestStep);
    const double value = run.record.bestStep > 0 ? interpolated(points, best) : NAN;
    if (std::isfinite(value))
        drawStar(painter, toPixel({best, value}), scaled(5),
                 Theme::current().color(Theme::Token::Text));
}

const RunSummary *RunsDelegate::runAt(const QModelIndex &index) const
{
    const int64_t row = m_model.sourceRow(index);
    const auto *source = static_cast<const RunsSource *>(m_model.source());
    return source && row >= 0 ? source->runs()[size_t(row)].get() : nullptr;
}

void RunsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const int column = m_model.sourceColumn(index.column());
    const RunSummary *run = runAt(index);
    const bool own = run && (column == RunsSource::Status || column == RunsSource::Verdict ||
                             column == RunsSource::Curve);
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    if (column == RunsSource::Name || column == RunsSource::Best)
        item.font.setWeight(QFont::DemiBold);
    if (own)
        item.text.clear();
    const QWidget *widget = option.widget;
    (widget ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);
    if (!own)
        return;
    painter->save();
    const QRectF cell = QRectF(option.rect).adjusted(scaled(cellSide), 0, -scaled(cellSide), 0);
    if (column == RunsSource::Status)
        drawBadge(*painter, cell, *run);
    else if (column == RunsSource::Verdict)
        drawVerdict(*painter, cell, *run);
    else
        drawSparkline(*painter, cell.adjusted(0, scaled(9), -scaled(4), -scaled(9)), *run);
    painter->restore();
}

QSize RunsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    switch (m_model.sourceColumn(index.column())) {
    case RunsSource::Status:
        size.rwidth() =
            int(std::ceil(QFontMetricsF(badgeFont()).horizontalAdvance(index.data().toString()) +
                          badgeFrame() + scaled(2 * cellSide))) +
            1;
        break;
    case RunsSource::Verdict:
        size.rwidth() += int(scaled(34));
        break;
    case RunsSource::Curve:
        size.rwidth() = int(scaled(96));
        break;
    default:
        size.rwidth() += int(scaled(4)); // some letters are bold
    }
    return size;
}

} // namespace luthier
