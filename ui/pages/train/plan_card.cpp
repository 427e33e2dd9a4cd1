// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/plan_card.h"

#include "ui/shell/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace luthier {

PlanCard::PlanCard(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("planCard"));
    body()->setSpacing(Theme::units(1.5));
    body()->addStretch(1);
}

void PlanCard::addRow(const PlanLine &line)
{
    constexpr int iconPixels = 18;
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::units(1.5));
    row->addWidget(new IconLabel(line.icon, iconPixels, Theme::Token::SecondaryText, this), 0,
                   Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Theme::units(0.25));
    const Row labels{new TextLabel(QStringLiteral("caption"), this), new TextLabel({}, this),
                     new TextLabel(QStringLiteral("caption"), this)};
    labels.value->setProperty("userText", true);
    for (TextLabel *label : {labels.name, labels.value, labels.note})
        texts->addWidget(label);
    row->addLayout(texts, 1);
    body()->insertLayout(body()->count() - 1, row);
    m_rows.push_back(labels);
}

void PlanCard::setLines(const std::vector<PlanLine> &lines)
{
    setTitle(tr("Your plan"));
    while (m_rows.size() < lines.size())
        addRow(lines[m_rows.size()]);
    for (size_t i = 0; i < lines.size(); ++i) {
        const bool chosen = !lines[i].value.isEmpty();
        m_rows[i].name->setText(lines[i].name);
        m_rows[i].value->setText(chosen ? lines[i].value : tr("Not chosen yet"));
        m_rows[i].value->setRole(chosen ? QStringLiteral("strong") : QStringLiteral("secondary"));
        m_rows[i].note->setText(lines[i].note);
        m_rows[i].note->setVisible(!lines[i].note.isEmpty());
    }
}

} // namespace luthier
