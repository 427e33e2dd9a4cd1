// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/model_card.h"

#include "ui/pages/train/model_words.h"
#include "ui/shell/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QVBoxLayout>

namespace luthier {

ModelCard::ModelCard(const QString &folder, QWidget *parent)
    : ChoiceCard(parent), m_folder(folder), m_size(new TextLabel({}, this)),
      m_place(new TextLabel(QStringLiteral("caption"), this))
{
    setObjectName(QStringLiteral("model-") + modelWords::nameOf(folder));
    m_place->setElided(Qt::ElideMiddle);
    for (TextLabel *label : {m_size, m_place})
        label->setProperty("userText", true);
    body()->addWidget(m_size);
    body()->addWidget(m_place);
}

void ModelCard::setFacts(const Json *facts)
{
    setTitle(modelWords::nameOf(m_folder));
    const QString place = QDir::toNativeSeparators(m_folder);
    m_place->setText(place);
    if (!facts) {
        badge()->setState(Badge::Neutral, {}, tr("Looking…"));
        return;
    }
    const double bytes = double(facts->value("bytes", int64_t(0)));
    m_size->setText(modelWords::size(*facts));
    m_size->setVisible(!m_size->text().isEmpty());
    m_place->setText(bytes > 0 ? words::bytes(bytes) + QStringLiteral(" · ") + place : place);
    const auto refusal = modelWords::refusal(*facts);
    setBlocked(this, refusal.value_or(QString()));
    if (refusal) {
        m_size->setText(*refusal);
        m_size->setRole(QStringLiteral("error"));
        m_size->show();
    }
    if (refusal)
        badge()->setState(Badge::Error, QStringLiteral("error"), tr("Not usable"));
    else
        badge()->setState(Badge::Good, QStringLiteral("check"), tr("Usable"));
}

} // namespace luthier
