// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/method_card.h"

#include "ui/pages/train/facts_grid.h"
#include "ui/pages/train/model_words.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/method_diagram.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

using Kind = StageLearning::Kind;

MethodCard::MethodCard(const Descriptor &method, QWidget *parent)
    : ChoiceCard(parent), m_method(method),
      m_summary(new TextLabel(QStringLiteral("secondary"), this)), m_facts(new FactsGrid(this)),
      m_diagram(new MethodDiagram(this))
{
    setObjectName(QStringLiteral("method-") + QString::fromStdString(method.id));
    body()->addWidget(m_summary);
    body()->addSpacing(Theme::units(0.5));
    body()->addWidget(m_facts);
    body()->addStretch(1);
    setAside(m_diagram);
    m_diagram->hide();
}

void MethodCard::setLearning(const Learning *learning)
{
    setTitle(words::of(m_method.name));
    m_summary->setText(words::of(m_method.summary));
    setAccessibleDescription(m_summary->text());
    m_diagram->setVisible(learning != nullptr);
    if (!learning) {
        m_facts->setFacts({});
        return;
    }
    const QString weights = modelWords::weights(learning->trainable);
    const QString bytes = words::bytes(double(learning->resultBytes()));
    m_facts->setFacts(
        {{tr("Learns"),
          learning->trainable == learning->parameters
              ? tr("%1, all").arg(weights)
              : tr("%1, %2").arg(weights, words::percent(double(learning->trainable) /
                                                         double(learning->parameters)))},
         {tr("Result"),
          learning->adapter ? tr("%1, add-on").arg(bytes) : tr("%1, whole model").arg(bytes)}});
    draw(*learning);
}

void MethodCard::draw(const Learning &learning)
{
    std::vector<MethodDiagram::Part> parts;
    int block = 0, whole = 0, addOns = 0;
    for (size_t i = 0; i < learning.stages.size(); ++i) {
        const StageLearning &stage = learning.stages[i];
        block += stage.block;
        whole += stage.block && stage.kind == Kind::Learns;
        const bool small = stage.kind == Kind::AddOn || stage.kind == Kind::Partly;
        addOns += stage.block && small;
        const bool last = i + 1 == learning.stages.size();
        parts.push_back({stage.block ? tr("Block %1").arg(block)
                         : last      ? tr("Last layer")
                                     : tr("Word table"),
                         stage.kind == Kind::Learns, small, last});
    }
    // Drawn from the model's output down.
    std::ranges::reverse(parts);
    m_diagram->setParts(parts);
    m_diagram->setDescription(
        addOns > 0 ? tr("The blocks stay as they are; small parts beside %n of them learn.",
                        nullptr, addOns)
                   : tr("%1 of %2 blocks learn.").arg(whole).arg(block));
}

} // namespace luthier
