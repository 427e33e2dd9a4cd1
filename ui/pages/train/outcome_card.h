// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "ui/pages/train/facts_grid.h"
#include "ui/widgets/card.h"

namespace luthier {

class LoadingState;

/// What the run will do, as it says itself before its first step.
class OutcomeCard : public Card
{
    Q_OBJECT

public:
    explicit OutcomeCard(QWidget *parent = nullptr);

    /// `start`: the event of that name (docs/events.md); null while it is not known.
    void setStart(const Json &start, double freeBytes);
    /// What is being done meanwhile; empty: nothing.
    void setPhase(const QString &phase);

Q_SIGNALS:
    void cancelled();

private:
    FactsGrid::Facts factsOf(const Json &start, double freeBytes) const;

    FactsGrid *m_facts;
    LoadingState *m_loading;
};

} // namespace luthier
