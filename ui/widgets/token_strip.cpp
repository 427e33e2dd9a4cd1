// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/token_strip.h"

#include "ui/shell/style_paint.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace luthier {

namespace {

using Color = Theme::Token;
using Token = TokenStrip::Token;

constexpr TokenStrip::Kind legendKinds[]{TokenStrip::Learned, TokenStrip::ReadOnly,
                                         TokenStrip::CutOff, TokenStrip::Padding};
constexpr double legendGap = 1.5; // units

int rowHeight()
{
    return qMax(Theme::units(3.5),
                QFontMetrics(Theme::font(Theme::Type::Caption)).height() + Theme::units(1));
}

QFont tokenFont(TokenStrip::Kind kind)
{
    QFont font = Theme::font(Theme::Type::Caption);
    font.setStrikeOut(kind == TokenStrip::CutOff);
    if (kind == TokenStrip::Learned)
        font.setWeight(QFont::DemiBold);
    return font;
}

double tokenWidth(const Token &token)
{
    const double text = QFontMetricsF(tokenFont(token.kind)).horizontalAdvance(token.text);
    const double least = token.kind == TokenStrip::Learned   ? Theme::units(5.5)
                         : token.kind == TokenStrip::Padding ? Theme::units(2.5)
                                                             : 0;
    return qMax(least, text + Theme::units(1));
}

/// `bare`: a piece of the legend, without text on it.
void drawGround(QPainter &painter, const QRectF &rect, TokenStrip::Kind kind, bool bare = false)
{
    const Theme &theme = Theme::current();
    const double radius = Theme::units(0.375);
    switch (kind) {
    case TokenStrip::Learned:
        paint::panel(painter, rect, radius, theme.color(Color::Accent), QColor());
        break;
    case TokenStrip::ReadOnly:
        paint::panel(painter, rect, radius, theme.color(Color::InfoSoft),
                     theme.isHighContrast() ? theme.color(Color::Text) : QColor());
        break;
    case TokenStrip::CutOff:
        // With more contrast the hatch is as dark as the text that it would lie under.
        if (bare || !theme.isHighContrast())
            paint::hatch(painter, rect, radius, theme.color(Color::ErrorLine));
        paint::panel(painter, rect, radius, QColor(), theme.color(Color::ErrorLine));
        break;
    case TokenStrip::Padding:
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Color::Strong), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.restore();
        break;
    }
}

QColor textColor(TokenStrip::Kind kind)
{
    const Theme &theme = Theme::current();
    switch (kind) {
    case TokenStrip::Learned:
        return theme.color(Color::OnAccent);
    case TokenStrip::ReadOnly:
        return theme.color(Color::Info);
    case TokenStrip::CutOff:
        return theme.color(Color::Error);
    case TokenStrip::Padding:
        break;
    }
    return theme.color(Color::Off);
}

/// Tokens from left to right, whatever the window's direction; the rest that does not fit is "…".
void drawRow(QPainter &painter, const TokenStrip::Row &row, double top, double width)
{
    const double gap = Theme::units(0.25), high = rowHeight() - Theme::units(1);
    const double more = Theme::units(2);
    double left = 0;
    for (size_t i = 0; i < row.size(); ++i) {
        const double wide = tokenWidth(row[i]);
        const bool last = i + 1 == row.size();
        if (left + wide > width - (last ? 0 : more)) {
            painter.setPen(Theme::current().color(Color::SecondaryText));
            painter.drawText(QRectF(left, top, more, high), Qt::AlignCenter, QStringLiteral("…"));
            return;
        }
        const QRectF place(left, top, wide, high);
        drawGround(painter, place, row[i].kind);
        painter.setFont(tokenFont(row[i].kind));
        painter.setPen(textColor(row[i].kind));
        painter.drawText(place, Qt::AlignCenter, row[i].text);
        left += wide + gap;
    }
}

} // namespace

TokenStrip::TokenStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void TokenStrip::setRows(std::vector<Row> rows)
{
    m_rows = std::move(rows);
    describe();
    updateGeometry();
    update();
}

void TokenStrip::setLegendVisible(bool visible)
{
    m_hasLegend = visible;
    updateGeometry();
    update();
}

QString TokenStrip::kindName(Kind kind) const
{
    switch (kind) {
    case Learned:
        return tr("Learned");
    case ReadOnly:
        return tr("Read only");
    case CutOff:
        return tr("Cut off");
    case Padding:
        break;
    }
    return tr("Padding");
}

QString TokenStrip::textOf(const Row &row) const
{
    QStringList seen, cut;
    for (const Token &token : row)
        if (token.kind != Padding)
            (token.kind == CutOff ? cut : seen) << token.text;
    const QString text = seen.join(QLatin1Char(' '));
    return cut.isEmpty() ? text : tr("%1; cut off: %2").arg(text, cut.join(QLatin1Char(' ')));
}

QString TokenStrip::textAt(int y) const
{
    const int row = int(std::floor((y - legendHeight()) / rowHeight()));
    return row < 0 || size_t(row) >= m_rows.size() ? QString() : textOf(m_rows[size_t(row)]);
}

void TokenStrip::describe()
{
    setAccessibleName(m_rows.empty() ? tr("Colours of the tokens") : tr("Tokens"));
    QStringList lines;
    for (const Row &row : m_rows)
        lines.append(textOf(row));
    for (const Kind kind : legendKinds)
        if (m_rows.empty())
            lines.append(kindName(kind));
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

QSize TokenStrip::sizeHint() const
{
    return {Theme::units(40), minimumSizeHint().height()};
}

QSize TokenStrip::minimumSizeHint() const
{
    const double width = m_hasLegend ? legendWidth() : 0;
    return {qMax(Theme::units(20), int(std::ceil(width))),
            int(legendHeight()) + rowHeight() * int(m_rows.size())};
}

double TokenStrip::legendHeight() const
{
    return m_hasLegend ? rowHeight() : 0;
}

double TokenStrip::legendWidth() const
{
    const QFontMetricsF metrics(Theme::font(Theme::Type::Caption));
    const double piece = Theme::units(2) + Theme::units(0.5) + Theme::units(legendGap) + 2;
    double width = 0;
    for (const Kind kind : legendKinds)
        width += piece + metrics.horizontalAdvance(kindName(kind));
    return width - Theme::units(legendGap);
}

void TokenStrip::drawLegend(QPainter &painter) const
{
    const QFont font = Theme::font(Theme::Type::Caption);
    const QFontMetricsF metrics(font);
    const double side = Theme::units(2), high = Theme::units(1.5), line = metrics.height();
    const double room = Theme::units(0.5);
    double left = 0;
    for (const Kind kind : legendKinds) {
        drawGround(painter, QRectF(left, (line - high) / 2, side, high), kind, true);
        painter.setFont(font);
        painter.setPen(Theme::current().color(Color::SecondaryText));
        const QString name = kindName(kind);
        const double wide = metrics.horizontalAdvance(name) + 2;
        painter.drawText(QRectF(left + side + room, 0, wide, line), Qt::AlignVCenter, name);
        left += side + room + wide + Theme::units(legendGap);
    }
}

bool TokenStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_rows.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textAt(help->pos().y());
    // As rich text it is broken into lines.
    QToolTip::showText(
        help->globalPos(),
        text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()), this);
    return true;
}

void TokenStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_hasLegend)
        drawLegend(painter);
    double top = legendHeight();
    for (const Row &row : m_rows) {
        drawRow(painter, row, top, width());
        top += rowHeight();
    }
}

void TokenStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        updateGeometry();
        update();
    }
}

} // namespace luthier
