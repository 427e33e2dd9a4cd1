// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/facts_grid.h"

#include "ui/shell/theme.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>

namespace luthier {

FactsGrid::FactsGrid(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setHorizontalSpacing(Theme::units(2));
    m_layout->setVerticalSpacing(Theme::units(0.75));
    m_layout->setColumnStretch(1, 1);
    m_layout->setColumnMinimumWidth(0, Theme::units(11));
}

void FactsGrid::setFacts(const Facts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto &[name, value] : facts) {
        if (value.isEmpty())
            continue;
        auto *caption = new TextLabel(QStringLiteral("secondary"), this);
        auto *text = new TextLabel({}, this);
        caption->setText(name);
        text->setText(value);
        text->setAccessibleName(name + QStringLiteral(": ") + value);
        m_layout->addWidget(caption, row, 0, Qt::AlignTop);
        m_layout->addWidget(text, row, 1);
        caption->show();
        text->show();
        ++row;
    }
    updateGeometry();
}

} // namespace luthier
