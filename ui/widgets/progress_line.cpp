// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_line.h"

#include "ui/shell/style_paint.h"

#include <QPainter>
#include <QStyle>

namespace luthier {

ProgressLine::ProgressLine(QWidget *parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressLine::setMark(double value)
{
    const bool inside = value >= minimum() && value <= maximum();
    m_mark = inside ? std::optional(value) : std::nullopt;
    update();
}

void ProgressLine::setPaused(bool paused)
{
    m_paused = paused;
    update();
}

void ProgressLine::setValueText(const QString &text)
{
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    setToolTip(text);
}

QSize ProgressLine::sizeHint() const
{
    return {Theme::units(30), Theme::units(2)};
}

QSize ProgressLine::minimumSizeHint() const
{
    return {Theme::units(6), Theme::units(2)};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    using Color = Theme::Token;
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const double thick = Theme::units(1);
    const QRectF track(0, (height() - thick) / 2, width(), thick);
    const double span = double(maximum()) - minimum();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    paint::progress(painter, track, span > 0 ? (value() - minimum()) / span : 0, mirrored,
                    m_paused);
    if (m_mark && span > 0) {
        const double at = (*m_mark - minimum()) / span;
        const double x = qBound(0.0, width() * (mirrored ? 1 - at : at), width() - 2.0);
        painter.fillRect(QRectF(x, (height() - 1.75 * thick) / 2, 2, 1.75 * thick),
                         theme.color(Color::Text));
    }
}

} // namespace luthier
