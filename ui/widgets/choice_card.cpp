// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_card.h"

#include "ui/shell/style_paint.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOption>

namespace luthier {

ChoiceCard::ChoiceCard(QWidget *parent)
    : QAbstractButton(parent), m_title(new TextLabel(QStringLiteral("bannerTitle"), this)),
      m_badge(new Badge(this)), m_body(new QVBoxLayout), m_aside(new QVBoxLayout)
{
    const int unit = Theme::unit();
    setCheckable(true);
    setAutoExclusive(true);
    m_badge->hide();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_title->setObjectName(QStringLiteral("choiceTitle"));
    auto *line = new QHBoxLayout;
    line->setSpacing(unit);
    line->addSpacing(3 * unit); // of the mark that paintEvent draws
    line->addWidget(m_title);
    line->addWidget(m_badge, 0, Qt::AlignVCenter);
    line->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(unit);
    words->addLayout(line);
    words->addLayout(m_body, 1);
    m_body->setSpacing(unit / 2);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(2 * unit);
    layout->addLayout(words, 1);
    layout->addLayout(m_aside);
}

void ChoiceCard::setTitle(const QString &title)
{
    m_title->setText(title);
    // No text(): "&" in a model's name is no mnemonic.
    setAccessibleName(title);
}

void ChoiceCard::setAside(QWidget *widget)
{
    m_aside->addWidget(widget, 0, Qt::AlignTop);
}

QRect ChoiceCard::mark() const
{
    const int side = Theme::units(2);
    const QRect title = m_title->geometry();
    const QRect place(2 * Theme::unit(), title.center().y() - side / 2, side, side);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    using Color = Theme::Token;
    const Theme &theme = Theme::current();
    const bool blocked = property("blocked").toBool();
    QPainter painter(this);
    const bool over = underMouse() && !blocked;
    paint::panel(painter, rect(), Theme::units(1),
                 theme.color(blocked ? Color::Alternate : Color::Base),
                 theme.color(isChecked() ? Color::Accent
                             : over      ? Color::Strong
                                         : Color::Line),
                 isChecked() ? 2 : theme.borderWidth());
    if (blocked) {
        drawIcon(painter, QStringLiteral("lock"), mark(), theme.color(Color::Off));
        return;
    }
    QStyleOption option;
    option.initFrom(this);
    option.rect = mark();
    option.state |= isChecked() ? QStyle::State_On : QStyle::State_Off;
    paint::radioMark(painter, option);
}

void ChoiceCard::nextCheckState()
{
    // Arrows of the group press what they reach, past any event filter.
    if (blockedReason(this).isEmpty())
        QAbstractButton::nextCheckState();
}

void ChoiceCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ChoiceCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace luthier
