// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/label_bars.h"

#include "ui/shell/style_paint.h"
#include "ui/shell/words.h"
#include "ui/widgets/series_swatch.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace luthier {

namespace {

using Token = Theme::Token;

/// Looks of the first labels; above six, one accent for all.
constexpr int labelStyles[]{6, 5, 3, 4, 1, 2};
constexpr int mostStyles = int(std::size(labelStyles));

} // namespace

LabelBars::LabelBars(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LabelBars::setBars(std::vector<Bar> bars, int labels, Others others, double share)
{
    m_bars = std::move(bars);
    m_labels = labels;
    m_hidden = labels - int(m_bars.size());
    m_others = others;
    m_othersShare = share;
    describe();
    updateGeometry();
    update();
}

void LabelBars::describe()
{
    setAccessibleName(tr("How sure of each label"));
    QStringList said;
    for (int row = 0; row < rows(); ++row)
        said << QStringLiteral("%1: %2").arg(nameOf(row), figureOf(row));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join(u'\n'));
}

QString LabelBars::nameOf(int row) const
{
    return row < int(m_bars.size()) ? m_bars[size_t(row)].label : tr("%n more", "labels", m_hidden);
}

double LabelBars::shareOf(int row) const
{
    return row < int(m_bars.size()) ? m_bars[size_t(row)].share : m_othersShare;
}

QString LabelBars::figureOf(int row) const
{
    const QString share = words::percent(shareOf(row));
    const bool most = row >= int(m_bars.size()) && m_others == Others::Largest;
    return most ? tr("≤ %1", "at most so much each").arg(share) : share;
}

int LabelBars::styleOf(int row) const
{
    const int number = row < int(m_bars.size()) ? m_bars[size_t(row)].number : -1;
    return m_labels <= mostStyles && number >= 0 ? labelStyles[number % mostStyles] : 0;
}

int LabelBars::rowHeight() const
{
    const int line = QFontMetrics(Theme::font(Theme::Type::Body)).height();
    return std::max(Theme::units(rows() > 3 ? 3.5 : 5), line + Theme::units(0.5));
}

QSize LabelBars::sizeHint() const
{
    return {Theme::units(32), rows() * rowHeight()};
}

QSize LabelBars::minimumSizeHint() const
{
    return {Theme::units(20), rows() * rowHeight()};
}

void LabelBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        describe();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

QFont LabelBars::figureFont()
{
    QFont bold = Theme::font(Theme::Type::Body);
    bold.setWeight(QFont::DemiBold);
    return bold;
}

LabelBars::Columns LabelBars::columns() const
{
    const QFontMetrics figures(figureFont()), names(Theme::font(Theme::Type::Body));
    Columns out;
    out.mark = m_labels <= mostStyles ? Theme::units(2.25) : 0;
    out.value = figures.horizontalAdvance(words::percent(1.0));
    if (m_hidden > 0)
        out.value = std::max(out.value, figures.horizontalAdvance(figureOf(rows() - 1)));
    out.value += Theme::units(1);
    for (int row = 0; row < rows(); ++row)
        out.name = std::max(out.name, names.horizontalAdvance(nameOf(row)) + 2);
    out.name = std::min(out.name, (width() - out.mark - out.value) / 2);
    return out;
}

QRect LabelBars::placed(const QRect &place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void LabelBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns wide = columns();
    for (int row = 0; row < rows(); ++row) {
        drawWords(painter, row, wide);
        const int gap = Theme::units(1), high = rowHeight();
        const int left = wide.mark + wide.name + gap,
                  thick = std::min(Theme::units(3), high * 3 / 5);
        drawBar(painter, row,
                placed({left, row * high + (high - thick) / 2,
                        std::max(width() - left - wide.value - gap, Theme::units(2)), thick}));
    }
}

void LabelBars::drawWords(QPainter &painter, int row, const Columns &wide) const
{
    const Theme &theme = Theme::current();
    const int high = rowHeight(), top = row * high, style = styleOf(row);
    const auto at = [this](Qt::Alignment side) {
        return int(QStyle::visualAlignment(layoutDirection(), side)) | int(Qt::AlignVCenter);
    };
    if (style > 0) {
        const Theme::Series look = theme.series(style);
        drawMarker(painter, look.marker, QRectF(placed({0, top, Theme::units(1.5), high})).center(),
                   Theme::units(0.5), look.color, theme.color(Token::Base));
    }
    painter.setPen(theme.color(Token::Text));
    painter.setFont(Theme::font(Theme::Type::Body));
    painter.drawText(placed({wide.mark, top, wide.name, high}), at(Qt::AlignLeft),
                     painter.fontMetrics().elidedText(nameOf(row), Qt::ElideRight, wide.name));
    painter.setFont(figureFont());
    painter.drawText(placed({width() - wide.value, top, wide.value, high}), at(Qt::AlignRight),
                     figureOf(row));
}

void LabelBars::drawBar(QPainter &painter, int row, const QRectF &track) const
{
    const Theme &theme = Theme::current();
    const double radius = Theme::units(0.5);
    paint::panel(painter, track, radius, theme.color(Token::Soft), QColor());
    QRectF bar = track;
    bar.setWidth(std::max(track.width() * shareOf(row), 3.0));
    if (layoutDirection() == Qt::RightToLeft)
        bar.moveRight(track.right());
    const int style = styleOf(row);
    paint::panel(painter, bar, radius,
                 style > 0 ? theme.series(style).color : theme.color(Token::Accent), QColor());
    // Every second look is hatched, so that bars differ without colour too.
    if (style > 0 && m_bars[size_t(row)].number % 2 == 1)
        paint::hatch(painter, bar, radius, theme.color(Token::Base));
    if (m_others == Others::Largest) {
        const QPointF half(track.center().x(), 0);
        painter.setPen(theme.color(Token::Strong));
        painter.drawLine(half + QPointF(0, track.top()), half + QPointF(0, track.bottom()));
    }
}

} // namespace luthier
