// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/methods/what_learns.h"
#include "ui/widgets/choice_card.h"

namespace luthier {

class FactsGrid;
class MethodDiagram;
class TextLabel;

/// One method: what it does in a sentence, what learns of the chosen model, and what comes out.
class MethodCard : public ChoiceCard
{
    Q_OBJECT

public:
    MethodCard(const Descriptor &method, QWidget *parent);

    const Descriptor &method() const { return m_method; }
    /// `learning`: nullptr while it is not known.
    void setLearning(const Learning *learning);

private:
    void draw(const Learning &learning);

    Descriptor m_method;
    TextLabel *m_summary;
    FactsGrid *m_facts;
    MethodDiagram *m_diagram;
};

} // namespace luthier
