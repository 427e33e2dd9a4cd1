// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bars_view.h"

#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/series_look.h"

#include <QBarSet>
#include <QBuffer>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedBarSeries>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

using Kind = ChartModel::Mark::Kind;
using Token = Theme::Token;

constexpr double sideMargin = 8, topMargin = 24;

QFont labelFont(bool bold)
{
    QFont font = Theme::font(Theme::Type::Caption);
    if (bold)
        font.setWeight(QFont::DemiBold);
    return font;
}

const ChartModel::Mark *cutOffMark(const ChartModel &model)
{
    const auto &marks = model.marks();
    const auto found = std::find_if(marks.begin(), marks.end(), [](const ChartModel::Mark &mark) {
        return mark.kind == Kind::CutOff;
    });
    return found == marks.end() ? nullptr : &*found;
}

QBarSet *makeSet(const QString &name, const QColor &color, bool hatched)
{
    auto *set = new QBarSet(name);
    set->setBrush(QBrush(color, hatched ? Qt::BDiagPattern : Qt::SolidPattern));
    set->setPen(hatched ? QPen(color, 1) : QPen(Qt::NoPen));
    return set;
}

/// Every how many edges one is labelled: nine labels at most; the last edge has one when `open`.
int edgesALabel(int bins, bool open)
{
    constexpr int most = 9;
    for (int stride = 1; stride < bins; ++stride)
        if (bins / stride < most + 1 && (!open || (bins - 1) % stride == 0))
            return stride;
    return std::max(1, bins - 1);
}

double highest(const ChartModel &model)
{
    double out = 0;
    for (const ChartModel::Series &series : model.series())
        for (const QPointF &point : series.points)
            if (std::isfinite(point.y()))
                out = std::max(out, point.y());
    return out > 0 ? out : 1;
}

} // namespace

/// The chart with its marks above it.
class BarsView::Canvas : public QChartView
{
public:
    Canvas(BarsView &view) : QChartView(new QChart, &view), m_view(view)
    {
        chart()->legend()->hide();
        chart()->setBackgroundRoundness(0);
        chart()->layout()->setContentsMargins(0, 0, 0, 0);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setRenderHint(QPainter::Antialiasing);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }

protected:
    void drawForeground(QPainter *painter, const QRectF &) override
    {
        for (const ChartModel::Mark &mark : m_view.m_model.marks())
            if (mark.kind == Kind::CutOff || mark.kind == Kind::Epoch)
                drawMark(*painter, mark);
    }

private:
    void drawMark(QPainter &painter, const ChartModel::Mark &mark) const
    {
        const QRectF area = chart()->plotArea();
        const double x = std::floor(m_view.pixelOfEdge(mark.x)) + 0.5;
        const Theme &theme = Theme::current();
        const bool cutOff = mark.kind == Kind::CutOff;
        const QFontMetricsF metrics(labelFont(cutOff));
        const double top = area.top() - scaled(topMargin) + scaled(4);
        painter.setFont(labelFont(cutOff));
        painter.setPen(theme.color(cutOff ? Token::Text : Token::SecondaryText));
        const double width = metrics.horizontalAdvance(mark.label);
        double left = cutOff ? x + scaled(8) : x - scaled(8) - width;
        if (cutOff && left + width > this->width())
            left = x - scaled(8) - width;
        painter.drawText(QPointF(left, top + metrics.ascent()), mark.label);
        if (!cutOff)
            return;
        painter.setPen(QPen(theme.color(Token::Text), scaled(1.4)));
        painter.drawLine(QPointF(x, top), QPointF(x, area.bottom()));
        if (!mark.note.isEmpty())
            drawNote(painter, mark.note, x);
    }

    /// Beside the line at `x`, on a ground of its own: bars lie below.
    void drawNote(QPainter &painter, const QString &note, double x) const
    {
        const QFontMetricsF metrics(labelFont(true));
        const double gap = scaled(8), around = scaled(3);
        const double width = metrics.horizontalAdvance(note);
        const double left = x + gap + width > this->width() ? x - gap - width : x + gap;
        const QRectF place(left, chart()->plotArea().top() + gap, width, metrics.height());
        QColor ground = Theme::current().color(Token::Base);
        ground.setAlphaF(0.9f);
        painter.fillRect(place.adjusted(-around, -around, around, around), ground);
        painter.setPen(Theme::current().color(Token::Warning));
        painter.drawText(place.topLeft() + QPointF(0, metrics.ascent()), note);
    }

    BarsView &m_view;
};

BarsView::BarsView(ChartModel &model, QWidget *parent)
    : ChartView(parent), m_model(model), m_canvas(new Canvas(*this))
{
    setObjectName(QStringLiteral("barsView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&model, &ChartModel::changed, this, &BarsView::rebuild);
    connect(&model, &ChartModel::appended, this, &BarsView::rebuild);
    rebuild();
}

bool BarsView::isHistogram() const
{
    return m_model.x().categories.empty();
}

double BarsView::binWidth() const
{
    if (m_model.series().empty() || m_model.series().front().points.size() < 2)
        return 1;
    const auto &points = m_model.series().front().points;
    return points[1].x() - points[0].x();
}

std::optional<double> BarsView::cutOff() const
{
    const ChartModel::Mark *mark = cutOffMark(m_model);
    return mark ? std::optional(mark->x) : std::nullopt;
}

void BarsView::rebuild()
{
    QChart &chart = *m_canvas->chart();
    chart.removeAllSeries();
    for (QAbstractAxis *axis : chart.axes()) {
        chart.removeAxis(axis);
        delete axis;
    }
    const Theme &theme = Theme::current();
    chart.setBackgroundBrush(theme.color(Token::Base));
    m_canvas->setBackgroundBrush(theme.color(Token::Base));
    const bool marked = !m_model.marks().empty();
    chart.setMargins(
        QMargins(0, int(scaled(marked ? topMargin : sideMargin)), int(scaled(sideMargin)), 0));
    setAccessibleName(m_model.title());
    setAccessibleDescription(chartDescription(m_model));
    if (m_model.hasPoints())
        isHistogram() ? addHistogram() : addCategories();
    m_canvas->viewport()->update();
}

void BarsView::addHistogram()
{
    const ChartModel::Series &bins = m_model.series().front();
    const Theme &theme = Theme::current();
    auto *below = makeSet(bins.name, theme.color(Token::Accent), false);
    auto *above = makeSet(bins.name, theme.color(Token::WarningMark), true);
    const double cut = cutOff().value_or(INFINITY);
    for (const QPointF &bin : bins.points) {
        const bool isCut = bin.x() >= cut - binWidth() * 1e-6;
        below->append(isCut ? 0 : bin.y());
        above->append(isCut ? bin.y() : 0);
    }
    auto *series = new QStackedBarSeries;
    series->setBarWidth(0.94);
    series->append(below);
    series->append(above);
    m_canvas->chart()->addSeries(series);
    const double first = bins.points.front().x(), width = binWidth();
    const double last = first + double(bins.points.size()) * width;
    const bool open = m_model.x().maximum == bins.points.back().x();
    std::vector<std::pair<double, QString>> labels;
    const double step = edgesALabel(int(bins.points.size()), open) * width;
    for (double edge = first; edge <= last + width / 2; edge += step) {
        const bool isLastBin = std::abs(edge - bins.points.back().x()) < width / 2;
        const QString text =
            valueText(edge, false) + (open && isLastBin ? QStringLiteral("+") : QString());
        if (!open || edge < last - width / 2)
            labels.emplace_back((edge - first) / width - 0.5, text);
    }
    setAxes(double(bins.points.size()), labels);
}

void BarsView::addCategories()
{
    auto *bars = new QStackedBarSeries;
    bars->setBarWidth(0.8);
    const size_t count = m_model.x().categories.size();
    constexpr int firstLabel = 6;
    for (const ChartModel::Series &series : m_model.series()) {
        const bool hatched = series.style != firstLabel && series.style != 1;
        auto *set = makeSet(series.name, lookOf(series).color, hatched);
        std::vector<double> values(count, 0);
        for (const QPointF &point : series.points)
            if (point.x() >= 0 && size_t(point.x()) < count)
                values[size_t(point.x())] = point.y();
        for (const double value : values)
            set->append(value);
        bars->append(set);
    }
    m_canvas->chart()->addSeries(bars);
    std::vector<std::pair<double, QString>> labels;
    for (size_t i = 0; i < count; ++i)
        labels.emplace_back(double(i), m_model.x().categories[i]);
    setAxes(double(count), labels);
}

void BarsView::setAxes(double last, const std::vector<std::pair<double, QString>> &labels)
{
    const Theme &theme = Theme::current();
    auto *x = new QCategoryAxis;
    x->setRange(-0.5, last - 0.5);
    x->setStartValue(-0.5);
    x->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    for (const auto &[at, text] : labels)
        x->append(text, at);
    x->setGridLineVisible(false);
    x->setLinePen(QPen(theme.color(Token::Strong)));
    auto *y = new QCategoryAxis;
    const double top = highest(m_model), step = tickStep(0, top);
    const double end = std::ceil(top / step - 1e-9) * step;
    y->setRange(0, end);
    y->setStartValue(0);
    y->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const std::vector<double> ticks = linearTicks(0, end);
    const std::vector<QString> texts = tickTexts(ticks, m_model.y().percent);
    for (size_t i = 0; i < ticks.size(); ++i)
        y->append(texts[i], ticks[i]);
    y->setLineVisible(false);
    y->setGridLinePen(QPen(theme.color(Token::Soft)));
    for (QCategoryAxis *axis : {x, y}) {
        axis->setLabelsFont(labelFont(false));
        axis->setLabelsColor(theme.color(Token::SecondaryText));
        axis->setShadesVisible(false);
        const bool isX = axis == x;
        m_canvas->chart()->addAxis(axis, isX ? Qt::AlignBottom : Qt::AlignLeft);
        m_canvas->chart()->series().constFirst()->attachAxis(axis);
    }
}

double BarsView::pixelOfEdge(double edge) const
{
    const auto series = m_canvas->chart()->series();
    if (series.isEmpty() || m_model.series().front().points.empty())
        return 0;
    const double first = m_model.series().front().points.front().x();
    const double position = (edge - first) / binWidth() - 0.5;
    return m_canvas->chart()->mapToPosition({position, 0}, series.constFirst()).x();
}

QPointF BarsView::pixelOf(const QPointF &point) const
{
    const auto series = m_canvas->chart()->series();
    if (series.isEmpty())
        return {};
    const double first = isHistogram() ? m_model.series().front().points.front().x() : 0;
    const double position = (point.x() - first) / (isHistogram() ? binWidth() : 1);
    return m_canvas->chart()->mapToPosition({position, point.y()}, series.constFirst()) +
           m_canvas->pos();
}

double BarsView::nearestEdge(double pixel) const
{
    const auto &points = m_model.series().front().points;
    double best = points.front().x();
    for (const QPointF &bin : points)
        if (std::abs(pixelOfEdge(bin.x()) - pixel) < std::abs(pixelOfEdge(best) - pixel))
            best = bin.x();
    return best;
}

void BarsView::moveCutOff(double edge)
{
    const auto now = cutOff();
    const auto &points = m_model.series().front().points;
    // Before the first bin's end nothing would be left of a text.
    edge = std::clamp(edge, points.front().x() + binWidth(), points.back().x());
    if (now && std::abs(*now - edge) > binWidth() / 2)
        Q_EMIT cutOffMoved(edge);
}

void BarsView::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left, right = event->key() == Qt::Key_Right;
    if (isHistogram() && m_model.hasPoints() && cutOff() && (left || right))
        moveCutOff(*cutOff() + (right ? 1 : -1) * binWidth());
    else
        QWidget::keyPressEvent(event);
}

void BarsView::mousePressEvent(QMouseEvent *event)
{
    constexpr double grip = 8;
    m_moving =
        event->button() == Qt::LeftButton && isHistogram() && m_model.hasPoints() && cutOff() &&
        std::abs(event->position().x() - m_canvas->x() - pixelOfEdge(*cutOff())) <= scaled(grip);
}

void BarsView::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x() - m_canvas->x();
    if (m_moving) {
        moveCutOff(nearestEdge(x));
        return;
    }
    constexpr double grip = 8;
    const bool over = isHistogram() && m_model.hasPoints() && cutOff() &&
                      std::abs(x - pixelOfEdge(*cutOff())) <= scaled(grip);
    setCursor(over ? Qt::SplitHCursor : Qt::ArrowCursor);
}

void BarsView::mouseReleaseEvent(QMouseEvent *)
{
    m_moving = false;
}

void BarsView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void BarsView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void BarsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color(Token::Base));
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void BarsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        rebuild();
}

void BarsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int ring = qRound(scaled(2));
    m_canvas->setGeometry(rect().adjusted(ring, 0, -ring, -ring));
}

QByteArray BarsView::svg()
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(m_canvas->size());
    generator.setViewBox(QRect(QPoint(), m_canvas->size()));
    generator.setTitle(m_model.title());
    QPainter painter(&generator);
    m_canvas->render(&painter);
    painter.end();
    return buffer.data();
}

QImage BarsView::picture(double scale)
{
    QImage image((QSizeF(m_canvas->size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Theme::current().color(Token::Base));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    m_canvas->render(&painter, QRectF(image.rect()));
    return image;
}

QSize BarsView::sizeHint() const
{
    return {Theme::units(44), Theme::units(26)};
}

QSize BarsView::minimumSizeHint() const
{
    return {Theme::units(20), Theme::units(14)};
}

} // namespace luthier
