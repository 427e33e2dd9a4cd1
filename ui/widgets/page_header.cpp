// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_header.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace luthier {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_title(new TextLabel(QStringLiteral("pageTitle"), this)),
      m_subtitle(new TextLabel(QStringLiteral("secondary"), this)), m_badge(new Badge(this)),
      m_actions(new QHBoxLayout)
{
    setProperty("pane", true);
    const int unit = Theme::unit();
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_subtitle->setObjectName(QStringLiteral("pageSubtitle"));
    m_badge->setObjectName(QStringLiteral("pageBadge"));
    m_title->setElided(Qt::ElideMiddle);
    m_subtitle->setElided(Qt::ElideRight);
    m_title->setMinimumHeight(4 * unit);
    m_subtitle->hide();
    m_badge->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(qRound(1.5 * unit));
    line->addWidget(m_title);
    line->addWidget(m_badge, 0, Qt::AlignVCenter);
    line->addStretch(1);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addLayout(line);
    texts->addWidget(m_subtitle);
    m_actions->setSpacing(unit);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * unit);
    layout->addLayout(texts, 1);
    layout->addLayout(m_actions);
    layout->setAlignment(m_actions, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleDescription(subtitle);
}

void PageHeader::setBadge(Badge::Kind kind, const QString &icon, const QString &text)
{
    m_badge->setState(kind, icon, text);
}

QPushButton *PageHeader::setMainAction(const QString &objectName)
{
    if (!m_main) {
        m_main = new QPushButton(this);
        m_main->setProperty("role", QStringLiteral("primary"));
        m_actions->addWidget(m_main);
    }
    m_main->setObjectName(objectName);
    return m_main;
}

QPushButton *PageHeader::addAction(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    m_actions->insertWidget(m_actions->count() - (m_main ? 1 : 0), button);
    if (m_main)
        setTabOrder(button, m_main);
    return button;
}

void PageHeader::addWidget(QWidget *widget)
{
    m_actions->insertWidget(m_widgets++, widget, 0, Qt::AlignVCenter);
}

} // namespace luthier
