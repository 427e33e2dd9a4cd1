// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/shell/style_paint.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace luthier {

Card::Card(QWidget *parent)
    : QWidget(parent), m_titleRow(new QWidget(this)),
      m_title(new TextLabel(QStringLiteral("cardTitle"), m_titleRow)),
      m_subtitle(new TextLabel(QStringLiteral("caption"), m_titleRow)), m_body(new QVBoxLayout)
{
    setProperty("pane", true);
    const int unit = Theme::unit();
    m_title->setObjectName(QStringLiteral("cardTitle"));
    m_subtitle->setObjectName(QStringLiteral("cardSubtitle"));
    m_title->setElided(Qt::ElideRight);
    m_subtitle->setElided(Qt::ElideRight);
    auto *row = new QHBoxLayout(m_titleRow);
    row->setContentsMargins(2 * unit, 0, unit, 0);
    row->setSpacing(unit);
    row->addWidget(m_title);
    row->addWidget(m_subtitle, 1);
    m_titleRow->setMinimumHeight(5 * unit);
    m_body->setContentsMargins(2 * unit, 0, 2 * unit, 2 * unit);
    m_body->setSpacing(unit);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_titleRow);
    all->addLayout(m_body, 1);
    showTitleRow();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    showTitleRow();
}

void Card::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    showTitleRow();
}

void Card::setTools(QWidget *tools)
{
    delete m_tools;
    m_tools = tools;
    m_titleRow->layout()->addWidget(tools);
    showTitleRow();
}

void Card::showTitleRow()
{
    const bool any = m_tools || !m_title->text().isEmpty() || !m_subtitle->text().isEmpty();
    m_titleRow->setVisible(any);
    QMargins margins = m_body->contentsMargins();
    const int unit = Theme::unit();
    // Without a title row the body needs its own air above; a caller's own margins stay.
    if (margins.top() == 0 || margins.top() == 2 * unit)
        margins.setTop(any ? 0 : margins.left() ? 2 * unit : 0);
    m_body->setContentsMargins(margins);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::current();
    paint::panel(painter, rect(), Theme::units(1), theme.color(Theme::Token::Base),
                 theme.color(Theme::Token::Line));
}

} // namespace luthier
