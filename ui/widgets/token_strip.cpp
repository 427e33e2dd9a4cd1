// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/token_strip.h"

#include "ui/shell/style_paint.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace luthier {

namespace {

using Color = Theme::Token;
using Token = TokenStrip::Token;

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

void TokenStrip::describe()
{
    setAccessibleName(tr("Tokens"));
    QStringList rows;
    for (const Row &row : m_rows) {
        QString said;
        for (const Token &token : row) {
            if (token.kind != Padding)
                said += (said.isEmpty() ? QString() : QStringLiteral(" ")) + token.text;
        }
        rows.append(said);
    }
    setAccessibleDescription(rows.join(QLatin1Char('\n')));
}

QSize TokenStrip::sizeHint() const
{
    return {Theme::units(40), minimumSizeHint().height()};
}

QSize TokenStrip::minimumSizeHint() const
{
    return {Theme::units(20), rowHeight() * (1 + int(m_rows.size()))};
}

double TokenStrip::drawLegend(QPainter &painter) const
{
    const QFont font = Theme::font(Theme::Type::Caption);
    const QFontMetricsF metrics(font);
    const double side = Theme::units(2), high = Theme::units(1.5), line = metrics.height();
    const double room = Theme::units(0.5);
    double left = 0;
    for (const Kind kind : {Learned, ReadOnly, CutOff, Padding}) {
        drawGround(painter, QRectF(left, (line - high) / 2, side, high), kind, true);
        painter.setFont(font);
        painter.setPen(Theme::current().color(Color::SecondaryText));
        const QString name = kindName(kind);
        const double wide = metrics.horizontalAdvance(name) + 2;
        painter.drawText(QRectF(left + side + room, 0, wide, line), Qt::AlignVCenter, name);
        left += side + room + wide + Theme::units(1.5);
    }
    return rowHeight();
}

void TokenStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    double top = drawLegend(painter);
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
        update();
    }
}

} // namespace luthier
