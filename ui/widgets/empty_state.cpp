// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace luthier {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_drawing(new IconLabel({}, 32, Theme::Token::Accent, this)),
      m_title(new TextLabel(QStringLiteral("strong"), this)),
      m_advice(new TextLabel(QStringLiteral("secondary"), this))
{
    setProperty("pane", true);
    m_title->setObjectName(QStringLiteral("title"));
    m_advice->setObjectName(QStringLiteral("advice"));
    for (TextLabel *label : {m_title, m_advice}) {
        label->setAlignment(Qt::AlignCenter);
        label->setMaximumWidth(60 * Theme::unit());
    }
    m_drawing->hide();
    const int unit = Theme::unit();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * unit, 3 * unit, 3 * unit, 3 * unit);
    layout->setSpacing(unit);
    layout->addStretch();
    layout->addWidget(m_drawing, 0, Qt::AlignHCenter);
    for (TextLabel *label : {m_title, m_advice}) {
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 100);
        row->addStretch(1);
        layout->addLayout(row);
    }
    layout->addStretch();
}

void EmptyState::setIcon(const QString &name)
{
    m_drawing->setIcon(name, Theme::Token::Accent);
    m_drawing->setVisible(!name.isEmpty());
}

void EmptyState::setTexts(const QString &title, const QString &advice)
{
    m_title->setText(title);
    m_advice->setText(advice);
    setAccessibleName(title);
    setAccessibleDescription(advice);
}

QPushButton *EmptyState::button()
{
    if (!m_button) {
        m_button = new QPushButton(this);
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertWidget(column->count() - 1, m_button, 0, Qt::AlignHCenter);
    }
    return m_button;
}

} // namespace luthier
