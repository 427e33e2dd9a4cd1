// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_view.h"

#include "ui/charts/chart_text.h"
#include "ui/charts/plot_scene.h"
#include "ui/charts/read_out_card.h"
#include "ui/charts/series_look.h"

#include <QAccessible>
#include <QBuffer>
#include <QPushButton>
#include <QRubberBand>
#include <QStyleOptionFocusRect>
#include <QSvgGenerator>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

constexpr int redrawMilliseconds = 50;
constexpr double keyZoom = 0.7;
constexpr double leastPixelsOfFrame = 4;

} // namespace

PlotView::PlotView(ChartModel &model, QWidget *parent)
    : ChartView(parent), m_model(model), m_plot(new QCustomPlot(this)),
      m_scene(std::make_unique<PlotScene>(*m_plot, model)), m_card(new ReadOutCard(this)),
      m_follow(new QPushButton(this)), m_frame(new QRubberBand(QRubberBand::Rectangle, this))
{
    setObjectName(QStringLiteral("plotView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(1, 1);
    m_follow->setObjectName(QStringLiteral("follow"));
    m_follow->setProperty("role", QStringLiteral("small"));
    m_follow->hide();
    connect(m_follow, &QPushButton::clicked, this, &PlotView::follow);
    m_redraw.setSingleShot(true);
    connect(&m_redraw, &QTimer::timeout, this, &PlotView::redrawNow);
    connect(&model, &ChartModel::changed, this, &PlotView::rebuild);
    connect(&model, &ChartModel::appended, this, &PlotView::queueRedraw);
    setTexts();
    rebuild();
}

PlotView::~PlotView() = default;

void PlotView::setTexts()
{
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Show the newest points again (0)"));
    m_follow->setAccessibleName(tr("Follow the newest points"));
    setAccessibleName(m_model.title());
    setAccessibleDescription(chartDescription(m_model));
}

void PlotView::setOptions(const PlotOptions &options)
{
    m_options = options;
    queueRedraw();
    Q_EMIT optionsChanged();
}

void PlotView::rebuild()
{
    m_scene->rebuild();
    setTexts();
    queueRedraw();
}

void PlotView::queueRedraw()
{
    m_stale = true;
    if (!isVisible() || m_redraw.isActive())
        return;
    const qint64 past = m_sinceRedraw.isValid() ? m_sinceRedraw.elapsed() : redrawMilliseconds;
    m_redraw.start(int(std::clamp<qint64>(redrawMilliseconds - past, 0, redrawMilliseconds)));
}

void PlotView::redrawNow()
{
    m_redraw.stop();
    m_stale = false;
    m_plot->setGeometry(innerRect());
    // Its own resizing comes only once it is shown.
    m_plot->setViewport(m_plot->rect());
    m_card->setGeometry(innerRect());
    m_scene->draw(m_options, m_zoomX, m_zoomY);
    m_card->setArea(m_scene->area());
    m_sinceRedraw.restart();
    updateReadOut();
    placeFollowButton();
}

QRect PlotView::innerRect() const
{
    // Room for the focus ring.
    const int ring = qRound(scaled(2));
    return rect().adjusted(ring, 0, -ring, -ring);
}

void PlotView::placeFollowButton()
{
    m_follow->setVisible(isZoomed());
    m_follow->adjustSize();
    const QRectF area = plotArea();
    const double gap = scaled(4);
    m_follow->move(int(area.right() - m_follow->width() - gap),
                   int(area.bottom() - m_follow->height() - gap));
}

void PlotView::setZoom(std::optional<PlotRange> x, std::optional<PlotRange> y)
{
    const bool before = isZoomed();
    m_zoomX = x;
    m_zoomY = y;
    queueRedraw();
    if (before != isZoomed())
        Q_EMIT zoomedChanged(isZoomed());
}

void PlotView::zoom(double factor, std::optional<double> x)
{
    const auto span = spanX(m_model);
    if (!span || !(factor > 0))
        return;
    const PlotRange now = m_zoomX.value_or(m_scene->x());
    const double middle = x.value_or((now.from + now.to) / 2);
    PlotRange next{middle + (now.from - middle) * factor, middle + (now.to - middle) * factor};
    const double all = std::max(span->second - std::min(0.0, span->first), 1.0);
    constexpr double closest = 2;
    if (next.span() < closest && factor < 1)
        return;
    if (next.span() >= 1.3 * all && factor > 1)
        setZoom(std::nullopt, std::nullopt);
    else
        setZoom(next, m_zoomY);
}

void PlotView::reset()
{
    if (isZoomed()) {
        setZoom(std::nullopt, std::nullopt);
        return;
    }
    PlotOptions options = m_options;
    options.showAll = !options.showAll && m_scene->isCut();
    if (options.showAll != m_options.showAll)
        setOptions(options);
}

void PlotView::follow()
{
    setZoom(std::nullopt, std::nullopt);
    setFocus();
}

void PlotView::zoomByFrame()
{
    m_frameNext = true;
    setCursor(Qt::CrossCursor);
}

void PlotView::pan(const QPoint &from, const QPoint &to)
{
    const QRectF area = m_scene->area();
    const double dx = (to.x() - from.x()) / std::max(1.0, area.width()) * m_pressedX.span();
    std::optional<PlotRange> y = m_zoomY;
    if (y && !isLogarithmic(m_model, m_options)) {
        const double dy = (to.y() - from.y()) / std::max(1.0, area.height()) * m_pressedY.span();
        y = PlotRange{m_pressedY.from + dy, m_pressedY.to + dy};
    }
    setZoom(PlotRange{m_pressedX.from - dx, m_pressedX.to - dx}, y);
}

void PlotView::zoomToFrame(const QRect &frame)
{
    if (frame.width() < leastPixelsOfFrame || frame.height() < leastPixelsOfFrame)
        return;
    const QPoint offset = innerRect().topLeft();
    const QPointF low = m_scene->toValue(frame.bottomLeft() - offset);
    const QPointF high = m_scene->toValue(frame.topRight() - offset);
    setZoom(PlotRange{low.x(), high.x()}, PlotRange{low.y(), high.y()});
}

QString PlotView::readOutText() const
{
    return m_read ? m_card->text() : QString();
}

void PlotView::readAt(std::optional<double> x)
{
    if (m_read == x)
        return;
    m_read = x;
    updateReadOut();
}

void PlotView::updateReadOut()
{
    if (!m_read || !m_model.hasPoints()) {
        m_card->hide();
        return;
    }
    std::vector<std::pair<QPointF, int>> dots;
    for (size_t i = 0; i < m_model.series().size(); ++i) {
        if (m_model.series()[i].look == ChartModel::Look::ReadOutOnly)
            continue;
        const std::optional<QPointF> point = newestUpTo(m_scene->shown(i), *m_read);
        if (!point)
            continue;
        const QPointF at = m_scene->toPixel(*point);
        if (std::isfinite(at.y()) && m_scene->area().contains(at))
            dots.emplace_back(at, int(i));
    }
    constexpr double nearPixels = 6;
    const double tolerance = nearPixels * m_scene->x().span() / m_scene->area().width();
    m_card->setReadOut(m_model, readOut(m_model, *m_read, tolerance),
                       m_scene->toPixel({*m_read, 0}).x(), std::move(dots));
    if (!m_readByKeys)
        return;
    setAccessibleDescription(readOutSentence(m_model, *m_read));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void PlotView::moveReadOut(int step)
{
    const PlotRange seen = m_scene->x();
    std::optional<double> next;
    if (!m_read)
        next = nearestX(m_model, step > 0 ? seen.from : seen.to);
    else
        next = neighbourX(m_model, *m_read, step);
    if (!next)
        return;
    m_readByKeys = true;
    if (*next < seen.from || *next > seen.to) {
        const double shift = *next - (seen.from + seen.to) / 2;
        setZoom(PlotRange{seen.from + shift, seen.to + shift}, m_zoomY);
    }
    readAt(next);
}

bool PlotView::handleReadOutKey(int key)
{
    const auto span = spanX(m_model);
    switch (key) {
    case Qt::Key_Left:
        moveReadOut(-1);
        return true;
    case Qt::Key_Right:
        moveReadOut(1);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        m_readByKeys = true;
        if (span)
            readAt(key == Qt::Key_Home ? span->first : span->second);
        return true;
    case Qt::Key_Escape:
        if (m_read)
            readAt(std::nullopt);
        else if (isZoomed())
            setZoom(std::nullopt, std::nullopt);
        else
            return false;
        return true;
    default:
        return false;
    }
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int key = event->key();
    if (handleReadOutKey(key))
        return;
    if (key == Qt::Key_Plus || key == Qt::Key_Equal)
        zoom(keyZoom, m_read);
    else if (key == Qt::Key_Minus)
        zoom(1 / keyZoom, m_read);
    else if (key == Qt::Key_0)
        reset();
    else
        QWidget::keyPressEvent(event);
}

void PlotView::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus() && !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    constexpr double notch = 120;
    const double x = m_scene->toValue(event->position() - innerRect().topLeft()).x();
    zoom(std::pow(keyZoom, event->angleDelta().y() / notch), x);
    event->accept();
}

void PlotView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_model.hasPoints())
        return;
    m_pressed = event->position().toPoint();
    m_pressedX = m_scene->x();
    m_pressedY = m_scene->y();
    if ((event->modifiers() & Qt::ShiftModifier) || m_frameNext) {
        m_frame->setGeometry(QRect(*m_pressed, QSize()));
        m_frame->show();
    }
}

void PlotView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_pressed && m_frame->isVisible()) {
        m_frame->setGeometry(QRect(*m_pressed, at).normalized());
    } else if (m_pressed) {
        if ((at - *m_pressed).manhattanLength() >= leastPixelsOfFrame || isZoomed())
            pan(*m_pressed, at);
    } else {
        m_readByKeys = false;
        const QPointF inside = QPointF(at - innerRect().topLeft());
        const bool over = m_scene->area().contains(inside);
        readAt(over ? nearestX(m_model, m_scene->toValue(inside).x()) : std::nullopt);
    }
}

void PlotView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    if (m_frame->isVisible()) {
        m_frame->hide();
        zoomToFrame(m_frame->geometry());
        m_frameNext = false;
        unsetCursor();
    }
    m_pressed.reset();
}

void PlotView::mouseDoubleClickEvent(QMouseEvent *)
{
    reset();
}

void PlotView::leaveEvent(QEvent *)
{
    if (!m_readByKeys)
        readAt(std::nullopt);
}

void PlotView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    setAccessibleDescription(chartDescription(m_model));
    update();
}

void PlotView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_readByKeys = false;
    readAt(std::nullopt);
    update();
}

void PlotView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::ApplicationFontChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        rebuild();
        break;
    default:
        break;
    }
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        redrawNow();
}

void PlotView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        redrawNow();
}

void PlotView::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color(Theme::Token::Base));
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.rect = rect();
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

QRectF PlotView::plotArea() const
{
    return m_scene->area().translated(innerRect().topLeft());
}

QPointF PlotView::pixelOf(const QPointF &value) const
{
    return m_scene->toPixel(value) + innerRect().topLeft();
}

QByteArray PlotView::svg()
{
    redrawNow();
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(m_plot->size());
    generator.setViewBox(QRect(QPoint(), m_plot->size()));
    generator.setTitle(m_model.title());
    generator.setDescription(m_model.description());
    QCPPainter painter;
    painter.begin(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    m_plot->toPainter(&painter, m_plot->width(), m_plot->height());
    painter.end();
    redrawNow();
    return buffer.data();
}

QImage PlotView::picture(double scale)
{
    redrawNow();
    const QPixmap pixmap = m_plot->toPixmap(m_plot->width(), m_plot->height(), scale);
    redrawNow();
    return pixmap.toImage();
}

QSize PlotView::sizeHint() const
{
    return {Theme::units(60), Theme::units(30)};
}

QSize PlotView::minimumSizeHint() const
{
    return {Theme::units(24), Theme::units(13)};
}

} // namespace luthier
