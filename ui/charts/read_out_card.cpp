// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/read_out_card.h"

#include "ui/charts/series_look.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

constexpr double padding = 10, swatchWidth = 20, columnGap = 12, cardRadius = 6;

QFont textFont(bool bold = false)
{
    QFont font = Theme::font(Theme::Type::Caption);
    if (bold)
        font.setWeight(QFont::DemiBold);
    return font;
}

QString valueAndNote(const ReadOutLine &line)
{
    return line.note.isEmpty() ? line.value : line.value + u' ' + line.note;
}

} // namespace

ReadOutCard::ReadOutCard(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("readOutCard"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ReadOutCard::setReadOut(const ChartModel &model, std::vector<ReadOutLine> lines, double line,
                             std::vector<std::pair<QPointF, int>> dots)
{
    m_model = &model;
    m_lines = std::move(lines);
    m_line = line;
    m_dots = std::move(dots);
    setVisible(!m_lines.empty());
    update();
}

QString ReadOutCard::text() const
{
    QStringList out;
    for (const ReadOutLine &line : m_lines)
        out += line.name + u' ' + valueAndNote(line);
    return out.join(u'\n');
}

QRectF ReadOutCard::cardRect() const
{
    const QFontMetricsF metrics(textFont()), bold(textFont(true));
    double names = 0, values = 0;
    for (const ReadOutLine &line : m_lines) {
        names = std::max(names, metrics.horizontalAdvance(line.name));
        values = std::max(values, bold.horizontalAdvance(valueAndNote(line)));
    }
    const double width =
        names + values + scaled(2 * padding + swatchWidth + columnGap + cardRadius);
    const double height =
        double(m_lines.size()) * std::ceil(1.3 * metrics.height()) + scaled(2 * padding - 4);
    double left = m_line + scaled(padding);
    if (left + width > this->width())
        left = m_line - scaled(padding) - width;
    left = std::clamp(left, 0.0, std::max(0.0, this->width() - width));
    const double middle = m_area.center().y() - height / 2;
    return {left, std::max(0.0, middle), width, height};
}

void ReadOutCard::paintEvent(QPaintEvent *)
{
    if (!m_model)
        return;
    QPainter painter(this);
    const Theme &theme = Theme::current();
    painter.setPen(QPen(theme.color(Theme::Token::SecondaryText), 1));
    const double x = std::floor(m_line) + 0.5;
    painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &[at, series] : m_dots) {
        const SeriesLook look = lookOf(m_model->series()[size_t(series)]);
        drawPoint(painter, at, look.marker, scaled(4), look.color);
    }
    paintCard(painter);
}

void ReadOutCard::paintCard(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    const QRectF card = cardRect();
    painter.setPen(QPen(theme.color(Theme::Token::Strong), theme.borderWidth()));
    painter.setBrush(theme.color(Theme::Token::Base));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), scaled(cardRadius),
                            scaled(cardRadius));
    const double row = std::ceil(1.3 * QFontMetricsF(textFont()).height());
    QRectF line(card.left() + scaled(padding), card.top() + scaled(padding - 2),
                card.width() - scaled(2 * padding), row);
    for (const ReadOutLine &entry : m_lines) {
        if (entry.series >= 0 && size_t(entry.series) < m_model->series().size()) {
            const ChartModel::Series &series = m_model->series()[size_t(entry.series)];
            if (series.look != ChartModel::Look::ReadOutOnly)
                drawSwatch(painter, {line.left(), line.top(), scaled(swatchWidth), row},
                           lookOf(series));
        }
        const QRectF text = line.adjusted(scaled(swatchWidth + cardRadius), 0, 0, 0);
        painter.setFont(textFont());
        painter.setPen(theme.color(Theme::Token::SecondaryText));
        painter.drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter), entry.name);
        painter.setFont(textFont(true));
        painter.setPen(theme.color(Theme::Token::Text));
        painter.drawText(text, int(Qt::AlignRight | Qt::AlignVCenter), valueAndNote(entry));
        line.translate(0, row);
    }
}

} // namespace luthier
