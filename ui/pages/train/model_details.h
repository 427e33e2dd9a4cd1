// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "ui/pages/train/facts_grid.h"
#include "ui/widgets/card.h"

namespace luthier {

class TextLabel;

/// What is known of one model.
class ModelDetails : public Card
{
    Q_OBJECT

public:
    explicit ModelDetails(QWidget *parent = nullptr);

    /// `facts`: nullptr while the folder is looked at. An empty `folder`: none is chosen.
    void setModel(const QString &folder, const Json *facts);

private:
    FactsGrid::Facts factsOf(const Json &facts) const;

    FactsGrid *m_facts;
    TextLabel *m_note;
    TextLabel *m_refusal;
    TextLabel *m_warnings;
};

} // namespace luthier
