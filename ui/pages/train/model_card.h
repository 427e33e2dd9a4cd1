// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "ui/widgets/choice_card.h"

namespace luthier {

class TextLabel;

/// One model of the list.
class ModelCard : public ChoiceCard
{
    Q_OBJECT

public:
    ModelCard(const QString &folder, QWidget *parent);

    QString folder() const { return m_folder; }
    /// `facts` as `inspect` gives them; nullptr: still being looked at.
    void setFacts(const Json *facts);

private:
    QString m_folder;
    TextLabel *m_size;
    TextLabel *m_place;
};

} // namespace luthier
