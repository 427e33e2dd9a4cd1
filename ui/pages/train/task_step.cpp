// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/catalog.h"
#include "ui/pages/train/train_step.h"
#include "ui/session/plan_document.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace luthier {

namespace {

/// What the model shall do: one card a task of the catalog.
class TaskStep : public TrainStep
{
    Q_OBJECT

public:
    TaskStep(const AppContext &context, PlanFacts &facts, QWidget *parent);

    QString name() const override { return tr("Task"); }
    bool isDone() const override { return m_context.plan.value("/task").has_value(); }
    QString obstacle() const override
    {
        return m_group.checkedId() < 0 ? tr("Choose what the model shall do.") : QString();
    }
    void setTexts() override;
    void refresh() override;
    void confirm() override;
    QWidget *firstFocus() override { return m_group.button(std::max(0, m_group.checkedId())); }

private:
    QButtonGroup m_group;
    TextLabel *m_lead;
    std::vector<TextLabel *> m_summaries;
};

TaskStep::TaskStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
    : TrainStep(context, facts, parent), m_lead(new TextLabel(QStringLiteral("secondary"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::units(2));
    layout->addWidget(m_lead);
    for (size_t i = 0; i < tasks().size(); ++i) {
        auto *card = new ChoiceCard(this);
        card->setObjectName(QStringLiteral("task-") + QString::fromStdString(tasks()[i].id));
        m_summaries.push_back(new TextLabel(QStringLiteral("secondary"), card));
        card->body()->addWidget(m_summaries.back());
        m_group.addButton(card, int(i));
        layout->addWidget(card);
    }
    layout->addStretch(1);
    // Arrow keys check a card without a click.
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            confirm();
    });
}

void TaskStep::setTexts()
{
    m_lead->setText(tr("What shall the model do with each of your texts?"));
    for (size_t i = 0; i < tasks().size(); ++i) {
        static_cast<ChoiceCard *>(m_group.button(int(i)))->setTitle(words::of(tasks()[i].name));
        m_summaries[i]->setText(words::of(tasks()[i].summary));
    }
}

void TaskStep::refresh()
{
    const QSignalBlocker quiet(m_group);
    const Json chosen = m_context.plan.value("/task").value_or(tasks().front().id);
    for (size_t i = 0; i < tasks().size(); ++i)
        if (chosen == tasks()[i].id)
            m_group.button(int(i))->setChecked(true);
}

void TaskStep::confirm()
{
    m_context.plan.set("/task", tasks()[size_t(m_group.checkedId())].id, name());
    Q_EMIT stateChanged();
}

} // namespace

TrainStep *createTaskStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
{
    return new TaskStep(context, facts, parent);
}

} // namespace luthier

#include "task_step.moc"
