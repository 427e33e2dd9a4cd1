// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/catalog.h"
#include "ui/pages/train/method_card.h"
#include "ui/pages/train/planned_run.h"
#include "ui/pages/train/train_step.h"
#include "ui/session/plan_document.h"
#include "ui/shell/theme.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace luthier {

namespace {

/// How the model learns: one card a method of the catalog.
class MethodStep : public TrainStep
{
    Q_OBJECT

public:
    MethodStep(const AppContext &context, PlanFacts &facts, QWidget *parent);

    QString name() const override { return tr("Method"); }
    bool isDone() const override { return m_context.plan.value("/method/type").has_value(); }
    void setTexts() override
    {
        m_legend->setText(tr("From top to bottom: last layer, blocks, word table. Filled parts "
                             "learn, hatched ones stay as they are."));
        refresh();
    }
    void refresh() override;
    void showEvent(QShowEvent *) override { refresh(); }
    void confirm() override;
    QWidget *firstFocus() override { return m_group.checkedButton(); }
    void setNarrow(bool narrow) override;

private:
    QGridLayout *m_grid;
    TextLabel *m_legend;
    QButtonGroup m_group;
    std::vector<MethodCard *> m_cards;
};

MethodStep::MethodStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
    : TrainStep(context, facts, parent), m_grid(new QGridLayout),
      m_legend(new TextLabel(QStringLiteral("caption"), this))
{
    for (const MethodInfo &method : methods()) {
        auto *card = new MethodCard(method.descriptor, this);
        m_group.addButton(card, int(m_cards.size()));
        m_cards.push_back(card);
    }
    m_grid->setSpacing(Theme::units(2));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::units(2));
    layout->addLayout(m_grid);
    layout->addWidget(m_legend);
    layout->addStretch(1);
    setNarrow(false);
    // Arrow keys check a card without a click.
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            confirm();
    });
}

void MethodStep::setNarrow(bool narrow)
{
    const int columns = narrow ? 1 : 2;
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], int(i) / columns, int(i) % columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, narrow ? 0 : 1);
}

void MethodStep::refresh()
{
    if (isVisible())
        m_facts.findLearning();
    const QSignalBlocker quiet(m_group);
    const Descriptor &chosen = plannedMethod(m_context.plan.json());
    for (MethodCard *card : m_cards) {
        card->setLearning(m_facts.learning(card->method().id));
        card->setChecked(card->method().id == chosen.id);
    }
}

void MethodStep::confirm()
{
    const Descriptor &method = m_cards[size_t(m_group.checkedId())]->method();
    // The other method's settings go with it.
    if (m_context.plan.value("/method/type") != Json(method.id))
        m_context.plan.set("/method", {{"type", method.id}}, name());
    Q_EMIT stateChanged();
}

} // namespace

TrainStep *createMethodStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
{
    return new MethodStep(context, facts, parent);
}

} // namespace luthier

#include "method_step.moc"
