// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_overlay.h"

#include "ui/charts/axis_ticks.h"
#include "ui/charts/series_look.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

using Mark = ChartModel::Mark;
using Kind = Mark::Kind;
using Token = Theme::Token;

/// When labels collide the lower one goes.
enum Priority { EpochLabel, StopLabel, RemarkLabel, ValueLabel, OverfittingLabel, BestLabel };

QFont labelFont(bool bold)
{
    QFont font = Theme::font(Theme::Type::Caption);
    if (bold)
        font.setWeight(QFont::DemiBold);
    return font;
}

QColor themed(Token token)
{
    return Theme::current().color(token);
}

QPen dashed(const QColor &color, double width, std::initializer_list<double> pixels)
{
    QPen pen(color, width);
    QVector<qreal> pattern;
    for (const double length : pixels)
        pattern += scaled(length) / width;
    pen.setDashPattern(pattern);
    return pen;
}

/// Half-pixel positions make lines of one pixel sharp.
double sharp(double pixel)
{
    return std::floor(pixel) + 0.5;
}

} // namespace

PlotOverlay::PlotOverlay(QCustomPlot *plot, const ChartModel &model, const PlotCurves &curves)
    : QCPAbstractItem(plot), m_model(model), m_curves(curves)
{
    setClipToAxisRect(false);
    setLayer(QStringLiteral("overlay"));
}

QPointF PlotOverlay::pixel(double x, double y) const
{
    return {mParentPlot->xAxis->coordToPixel(x), mParentPlot->yAxis->coordToPixel(y)};
}

bool PlotOverlay::isVisible(double x) const
{
    return mParentPlot->xAxis->range().contains(x);
}

QSizeF PlotOverlay::size(const Label &label) const
{
    const QFontMetricsF metrics(labelFont(label.bold)), plain(labelFont(false));
    double width = metrics.horizontalAdvance(label.text);
    if (!label.note.isEmpty())
        width = std::max(width, plain.horizontalAdvance(label.note));
    return {std::ceil(width) + 1, metrics.height() * (label.note.isEmpty() ? 1 : 2)};
}

size_t PlotOverlay::starSeries(const Mark &mark) const
{
    const auto &series = m_model.series();
    for (size_t i = 0; i < series.size(); ++i)
        if (mark.series.isEmpty() ? series[i].look == ChartModel::Look::LineWithMarkers
                                  : series[i].id == mark.series)
            return i;
    return series.size();
}

double PlotOverlay::starValue(const Mark &mark) const
{
    const size_t index = starSeries(mark);
    return index < m_model.series().size() ? interpolated(m_curves.shown(index), mark.x) : NAN;
}

QString PlotOverlay::cutText() const
{
    // Written as the axis writes it.
    const std::vector<double> ticks = linearTicks(m_y.range.from, m_y.range.to);
    const QString limit =
        ticks.empty() || ticks.back() < *m_y.cutAbove * (1 - 1e-9)
            ? m_model.y().percent ? valueText(*m_y.cutAbove, true) : words::number(*m_y.cutAbove, 3)
            : tickTexts(ticks, m_model.y().percent).back();
    return QStringLiteral("▲ ") +
           (m_y.cutAtStartOnly ? QCoreApplication::translate("Charts", "Start above %1 not shown")
                               : QCoreApplication::translate("Charts", "Values above %1 not shown"))
               .arg(limit);
}

std::vector<RightRoom> PlotOverlay::rightRooms() const
{
    std::vector<RightRoom> out;
    const double gap = scaled(16);
    for (size_t i = 0; i < m_model.series().size(); ++i) {
        const ChartModel::Series &series = m_model.series()[i];
        if (series.points.empty())
            continue;
        // The last marker stands whole.
        if (!series.labelled) {
            out.push_back({series.points.back().x(), scaled(6)});
            continue;
        }
        const double value = series.points.back().y();
        const Label label{valueText(value, m_model.y().percent), {}, {}, true};
        out.push_back({series.points.back().x(), size(label).width() + gap});
    }
    for (const Mark &mark : m_model.marks())
        if (mark.kind != Kind::Best && mark.kind != Kind::Epoch && mark.kind != Kind::Star)
            out.push_back({mark.x, size(Label{mark.label, mark.note, {}, true}).width() + gap});
    return out;
}

int PlotOverlay::roomAbove(const PlotRangeY &y) const
{
    const auto &marks = m_model.marks();
    const bool any = y.cutAbove || std::any_of(marks.begin(), marks.end(), [](const Mark &mark) {
                         return mark.kind == Kind::Epoch;
                     });
    return any ? int(std::ceil(QFontMetricsF(labelFont(false)).height() + scaled(4))) : 0;
}

void PlotOverlay::draw(QCPPainter *painter)
{
    // Lines first, so that no star or text is crossed.
    for (const Mark &mark : m_model.marks())
        if (isVisible(mark.x))
            drawMarkLine(*painter, mark);
    drawGaps(*painter);
    painter->setAntialiasing(true);
    for (const Mark &mark : m_model.marks())
        if (isVisible(mark.x))
            drawMarkStar(*painter, mark);
    const std::vector<Label> wanted = labels();
    std::vector<LabelWish> wishes;
    for (const Label &label : wanted)
        wishes.push_back(label.wish);
    const std::vector<int> places = placedLabels(wishes, QRectF(mParentPlot->viewport()));
    for (size_t i = 0; i < wanted.size(); ++i)
        if (places[i] >= 0)
            drawLabel(*painter, wanted[i], wishes[i].places[size_t(places[i])]);
}

void PlotOverlay::drawMarkLine(QCPPainter &painter, const Mark &mark) const
{
    const QRectF area = mParentPlot->axisRect()->rect();
    const double x = sharp(mParentPlot->xAxis->coordToPixel(mark.x));
    double top = area.top(), bottom = area.bottom();
    QPen pen;
    switch (mark.kind) {
    case Kind::Best: {
        pen = QPen(themed(Token::Text), scaled(1.4));
        const double y = pixel(mark.x, starValue(mark)).y();
        const bool isHigh = y < area.top() + area.height() / 3;
        if (std::isfinite(y) && isHigh)
            top = std::max(top, y + scaled(8));
        else if (std::isfinite(y))
            bottom = std::min(bottom, y - scaled(8));
        break;
    }
    case Kind::Overfitting:
        pen = dashed(themed(Token::WarningMark), scaled(1.4), {4, 3});
        break;
    case Kind::Epoch:
        pen = dashed(themed(Token::Line), 1, {2, 3});
        break;
    case Kind::Stop:
        pen = dashed(themed(Token::Strong), 1, {1, 3});
        break;
    case Kind::CutOff:
        pen = QPen(themed(Token::Text), scaled(1.4));
        break;
    case Kind::Star:
        return;
    }
    painter.setAntialiasing(false);
    painter.setPen(pen);
    if (bottom > top)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
}

void PlotOverlay::drawMarkStar(QCPPainter &painter, const Mark &mark) const
{
    if (mark.kind != Kind::Best && mark.kind != Kind::Star)
        return;
    const double value = starValue(mark);
    if (!std::isfinite(value) || !mParentPlot->yAxis->range().contains(value))
        return;
    const QColor color = mark.kind == Kind::Star ? lookOf(m_model.series()[starSeries(mark)]).color
                                                 : themed(Token::Text);
    const double radius = mParentPlot->axisRect()->height() < scaled(160) ? 7 : 9;
    drawStar(painter, pixel(mark.x, value), scaled(radius), color);
}

void PlotOverlay::drawGaps(QCPPainter &painter) const
{
    const QRectF area = mParentPlot->axisRect()->rect();
    const double half = scaled(3);
    double last = -INFINITY;
    painter.setAntialiasing(true);
    painter.setPen(QPen(themed(Token::WarningMark), scaled(1.6)));
    for (const double gap : m_curves.gaps()) {
        const QPointF at(mParentPlot->xAxis->coordToPixel(gap), area.bottom() - 2 * half);
        if (at.x() - last < 3 * half)
            continue;
        last = at.x();
        painter.drawLine(at + QPointF(-half, -half), at + QPointF(half, half));
        painter.drawLine(at + QPointF(-half, half), at + QPointF(half, -half));
    }
}

std::vector<PlotOverlay::Label> PlotOverlay::labels() const
{
    std::vector<Label> out = valueLabels();
    for (const Mark &mark : m_model.marks())
        if (isVisible(mark.x) && !mark.label.isEmpty())
            out.push_back(mark.kind == Kind::Star ? starLabel(mark) : markLabel(mark));
    for (Label &label : remarks())
        out.push_back(std::move(label));
    return out;
}

PlotOverlay::Label PlotOverlay::markLabel(const Mark &mark) const
{
    const QRectF area = mParentPlot->axisRect()->rect();
    const double x = mParentPlot->xAxis->coordToPixel(mark.x);
    Label out{mark.label, mark.note, themed(Token::SecondaryText)};
    double gap = scaled(6), down = 0;
    if (mark.kind == Kind::Best || mark.kind == Kind::CutOff) {
        out.color = themed(Token::Text);
        out.bold = true;
        gap = scaled(8);
    } else if (mark.kind == Kind::Overfitting) {
        out.color = themed(Token::Warning);
        out.bold = true;
    } else if (mark.kind == Kind::Stop) {
        down = scaled(30);
    }
    const QSizeF extent = size(out);
    out.wish.priority = mark.kind == Kind::Best || mark.kind == Kind::CutOff ? BestLabel
                        : mark.kind == Kind::Overfitting                     ? OverfittingLabel
                        : mark.kind == Kind::Stop                            ? StopLabel
                                                                             : EpochLabel;
    if (mark.kind == Kind::Epoch) {
        out.color = themed(Token::Off);
        const double top = area.top() - extent.height() - scaled(2);
        out.wish.places = {QRectF(QPointF(x - extent.width() / 2, top), extent)};
        return out;
    }
    // In a low chart the words would stand on the curve; the star says the same.
    constexpr double lowest = 90;
    if (area.height() < scaled(lowest))
        return out;
    const bool leftFirst = mark.kind == Kind::Best;
    for (const double row : {0.0, 1.0, 2.0}) {
        const double y = area.top() + scaled(1) + down + row * extent.height();
        const QRectF left(QPointF(x - gap - extent.width(), y), extent);
        const QRectF right(QPointF(x + gap, y), extent);
        // Left of the axis stand its numbers.
        if (leftFirst && left.left() >= area.left())
            out.wish.places.push_back(left);
        if (right.right() <= mParentPlot->viewport().right())
            out.wish.places.push_back(right);
        if (!leftFirst && left.left() >= area.left())
            out.wish.places.push_back(left);
    }
    return out;
}

PlotOverlay::Label PlotOverlay::starLabel(const Mark &mark) const
{
    const size_t index = starSeries(mark);
    Label out{mark.label, mark.note, themed(Token::Text), true, Qt::AlignHCenter};
    const double value = starValue(mark);
    if (index == m_model.series().size() || !std::isfinite(value))
        return out;
    out.color = lookOf(m_model.series()[index]).textColor;
    out.wish.priority = BestLabel;
    const QSizeF extent = size(out);
    const QPointF at = pixel(mark.x, value);
    const double left = at.x() - extent.width() / 2;
    for (const double top : {at.y() + scaled(10), at.y() - scaled(10) - extent.height()})
        out.wish.places.push_back(QRectF(QPointF(left, top), extent));
    return out;
}

std::vector<PlotOverlay::Label> PlotOverlay::valueLabels() const
{
    std::vector<Label> out;
    const QRectF area = mParentPlot->axisRect()->rect();
    for (size_t i = 0; i < m_model.series().size(); ++i) {
        const ChartModel::Series &series = m_model.series()[i];
        const std::vector<QPointF> &points = m_curves.shown(i);
        if (!series.labelled || points.empty() || !isVisible(points.back().x()) ||
            !std::isfinite(points.back().y()))
            continue;
        const QPointF at = pixel(points.back().x(), points.back().y());
        if (at.y() < area.top() || at.y() > area.bottom() + 1)
            continue;
        Label label{
            valueText(points.back().y(), m_model.y().percent), {}, lookOf(series).textColor, true};
        const QSizeF extent = size(label);
        label.wish.priority = ValueLabel;
        const double middle = at.y() - extent.height() / 2;
        for (const double rows : {0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5}) {
            const double top = middle + rows * extent.height();
            label.wish.places.push_back({{at.x() + scaled(9), top}, extent});
        }
        label.wish.places.push_back(
            {{at.x() - extent.width(), at.y() - extent.height() - scaled(6)}, extent});
        out.push_back(std::move(label));
    }
    return out;
}

std::vector<PlotOverlay::Label> PlotOverlay::remarks() const
{
    std::vector<Label> out;
    const QRectF area = mParentPlot->axisRect()->rect();
    if (m_y.cutAbove) {
        Label label{cutText(), {}, themed(Token::Off)};
        const QSizeF extent = size(label);
        label.wish.priority = RemarkLabel;
        label.wish.places = {
            {{area.left() + scaled(8), area.top() - extent.height() - scaled(2)}, extent}};
        out.push_back(std::move(label));
    }
    if (!m_model.note().isEmpty()) {
        Label label{m_model.note(), {}, themed(Token::SecondaryText)};
        const QSizeF extent = size(label);
        label.wish.priority = RemarkLabel;
        label.wish.places = {
            {{area.right() - extent.width() - scaled(8), area.top() + scaled(8)}, extent}};
        out.push_back(std::move(label));
    }
    return out;
}

void PlotOverlay::drawLabel(QCPPainter &painter, const Label &label, const QRectF &rect) const
{
    const Qt::Alignment side = label.wish.priority == BestLabel && !label.note.isEmpty() &&
                                       label.wish.places.front() == rect
                                   ? Qt::AlignRight
                                   : label.alignment;
    if (label.wish.priority == ValueLabel) {
        // Other runs' curves go on below the end of a shorter one.
        QColor ground = themed(Token::Base);
        ground.setAlphaF(0.8f);
        painter.fillRect(rect, ground);
    }
    painter.setFont(labelFont(label.bold));
    painter.setPen(label.color);
    painter.drawText(rect, int(side | Qt::AlignTop), label.text);
    if (label.note.isEmpty())
        return;
    painter.setFont(labelFont(false));
    painter.setPen(themed(Token::SecondaryText));
    const double half = rect.height() / 2;
    painter.drawText(rect.adjusted(0, half, 0, 0), int(side | Qt::AlignTop), label.note);
}

} // namespace luthier
