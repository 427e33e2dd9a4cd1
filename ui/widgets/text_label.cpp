// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QSpacerItem>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

namespace luthier {

namespace {

/// Lines of a widget that may grow are wished no longer than this many letters.
constexpr int wishedLetters = 60;
constexpr int fewestLetters = 8;

bool hasHangul(const QString &text)
{
    for (const QChar letter : text) {
        if (letter.script() == QChar::Script_Hangul)
            return true;
    }
    return false;
}

} // namespace

QSpacerItem *looseAir()
{
    return new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Preferred);
}

TextLabel::TextLabel(const QString &role, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setWordWrap(true);
    setRole(role);
}

void TextLabel::setRole(const QString &role)
{
    if (property("textRole").toString() == role)
        return;
    setProperty("textRole", role);
    if (testAttribute(Qt::WA_WState_Polished)) {
        // The style sheet reads properties only when it polishes.
        style()->unpolish(this);
        style()->polish(this);
    }
    updateGeometry();
}

void TextLabel::setElided(Qt::TextElideMode mode)
{
    m_elide = mode;
    setWordWrap(false);
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(false);
    setSizePolicy(policy);
    updateGeometry();
}

void TextLabel::setLead(const QString &lead, Theme::Token color)
{
    m_lead = lead;
    m_leadColor = color;
    updateGeometry();
    update();
}

void TextLabel::setColor(std::optional<Theme::Token> color)
{
    m_color = color;
    update();
}

QString TextLabel::shown() const
{
    return m_lead.isEmpty() ? text() : m_lead + QLatin1Char(' ') + text();
}

int TextLabel::layOut(QTextLayout &layout, int width) const
{
    QTextOption option(QStyle::visualAlignment(layoutDirection(), alignment()) &
                       Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(layoutDirection());
    layout.setTextOption(option);
    if (!m_lead.isEmpty()) {
        QTextLayout::FormatRange range;
        range.start = 0;
        range.length = int(m_lead.size());
        range.format.setFontWeight(QFont::DemiBold);
        range.format.setForeground(Theme::current().color(m_leadColor));
        layout.setFormats({range});
    }
    const double size = QFontInfo(font()).pixelSize();
    const double apart = size * (hasHangul(shown()) ? 1.5 : 1.4);
    double top = 0, last = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, top));
        top += qMax(apart, line.height());
        last = line.height();
    }
    layout.endLayout();
    return int(std::ceil(layout.lineCount() > 1 ? top - qMax(apart, last) + last : last));
}

int TextLabel::heightForWidth(int width) const
{
    if (m_elide)
        return -1;
    ensurePolished();
    const QMargins margins = contentsMargins();
    QString text = shown();
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout(text, font());
    const int inner = qMax(1, width - margins.left() - margins.right());
    return layOut(layout, inner) + margins.top() + margins.bottom();
}

QSize TextLabel::sizeHint() const
{
    ensurePolished();
    const QFontMetrics metrics(font());
    const QMargins margins = contentsMargins();
    int widest = 0;
    const QStringList lines = shown().split(QLatin1Char('\n'));
    for (const QString &line : lines)
        widest = qMax(widest, metrics.horizontalAdvance(line));
    const int extra = m_lead.isEmpty() ? 0 : metrics.horizontalAdvance(m_lead) / 6;
    const int sides = margins.left() + margins.right();
    if (m_elide)
        return {widest + sides + 1, metrics.height() + margins.top() + margins.bottom()};
    const int width = qMin(widest + extra + 2, wishedLetters * metrics.averageCharWidth()) + sides;
    return {width, heightForWidth(width)};
}

QSize TextLabel::minimumSizeHint() const
{
    ensurePolished();
    const QFontMetrics metrics(font());
    const int width = qMin(sizeHint().width(), fewestLetters * metrics.averageCharWidth());
    return {width, metrics.height()};
}

QString TextLabel::elided() const
{
    return fontMetrics().elidedText(text(), *m_elide, contentsRect().width());
}

void TextLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto own = m_color ? Theme::current().color(*m_color)
                             : palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled,
                                               foregroundRole());
    painter.setPen(own);
    const QRect place = contentsRect();
    if (m_elide) {
        painter.drawText(place, int(QStyle::visualAlignment(layoutDirection(), alignment())),
                         elided());
        return;
    }
    QString text = shown();
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout(text, font());
    const int height = layOut(layout, place.width());
    const QRect whole = QStyle::alignedRect(layoutDirection(), alignment() & Qt::AlignVertical_Mask,
                                            QSize(place.width(), height), place);
    layout.draw(&painter, QPointF(place.left(), qMax(place.top(), whole.top())));
}

void TextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    update();
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && m_elide && elided() != text()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace luthier
