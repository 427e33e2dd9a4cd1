// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/parameter_form.h"
#include "ui/pages/train/length_card.h"
#include "ui/pages/train/planned_run.h"
#include "ui/pages/train/train_step.h"
#include "ui/session/plan_document.h"
#include "ui/shell/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace luthier {

namespace {

/// The numbers of the training: those that matter most, or all.
class SettingsStep : public TrainStep
{
    Q_OBJECT

public:
    SettingsStep(const AppContext &context, PlanFacts &facts, QWidget *parent);

    QString name() const override { return tr("Settings"); }
    bool isDone() const override
    {
        return m_form->errorCount() == 0 && m_context.plan.value("/method/type").has_value();
    }
    QString obstacle() const override;
    void setTexts() override;
    void refresh() override;
    QWidget *firstFocus() override { return m_form->firstField(); }
    void setSimple(bool simple) override;

private:
    void showCounts();

    Card *m_card;
    Badge *m_changed;
    QLineEdit *m_search;
    QPushButton *m_reset;
    ParameterForm *m_form;
    LengthCard *m_length;
    std::string m_method;
    std::optional<ModelSize> m_model;
    bool m_splits = true;
    bool m_simple = true;
};

SettingsStep::SettingsStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
    : TrainStep(context, facts, parent), m_card(new Card(this)), m_changed(new Badge(this)),
      m_search(new QLineEdit(this)), m_reset(new QPushButton(this)),
      m_form(new ParameterForm(context.plan, this)), m_length(new LengthCard(this))
{
    m_search->setObjectName(QStringLiteral("settingSearch"));
    m_search->addAction(icon(QStringLiteral("search"), Theme::Token::SecondaryText),
                        QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_changed->setObjectName(QStringLiteral("changedSettings"));
    m_reset->setObjectName(QStringLiteral("resetSettings"));
    m_reset->setProperty("role", QStringLiteral("small quiet"));
    auto *tools = new QWidget(this);
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins({});
    line->setSpacing(Theme::units(1));
    line->addWidget(m_changed);
    line->addWidget(m_search);
    line->addWidget(m_reset);
    m_card->setTools(tools);
    // Rows have margins of their own.
    m_card->body()->setContentsMargins(0, 0, 0, Theme::units(1));
    m_card->body()->addWidget(m_form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::units(2));
    layout->addWidget(m_card);
    layout->addWidget(m_length);
    layout->addStretch(1);
    connect(m_search, &QLineEdit::textChanged, m_form, &ParameterForm::setFilter);
    connect(m_reset, &QPushButton::clicked, m_form, &ParameterForm::resetAll);
    connect(m_form, &ParameterForm::countsChanged, this, [this] {
        showCounts();
        Q_EMIT stateChanged();
    });
    setSimple(true);
}

QString SettingsStep::obstacle() const
{
    const int errors = m_form->errorCount();
    return errors > 0 ? tr("%n setting(s) cannot be used as typed.", nullptr, errors) : QString();
}

void SettingsStep::setTexts()
{
    m_card->setTitle(m_simple ? tr("Settings that matter most") : tr("All settings"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setToolTip(tr("Finds settings by their name, their usual name or what they do."));
    m_reset->setText(tr("Reset to defaults"));
    m_reset->setToolTip(tr("Takes all changes back; Undo brings them again."));
    m_form->setTexts();
    m_length->setTexts();
    refresh();
}

void SettingsStep::refresh()
{
    const Json &plan = m_context.plan.json();
    const Descriptor &method = plannedMethod(plan);
    const bool splits = !plan.value("dataset", Json::object()).contains("train");
    // Only another form is built anew: what is being typed stays.
    if (method.id != m_method || m_facts.modelSize() != m_model || splits != m_splits) {
        m_method = method.id;
        m_model = m_facts.modelSize();
        m_splits = splits;
        std::vector<FormEntry> entries = settingsOf(method, *m_model);
        // Files of their own are not cut into parts.
        if (!splits)
            std::erase_if(entries, [](const FormEntry &entry) {
                return entry.pointer.starts_with("/dataset/split/");
            });
        m_form->setEntries(std::move(entries));
    }
    showCounts();
    const auto config = plannedRun(plan, *m_model, m_context.workspace);
    m_length->setLength(m_facts.length(),
                        config ? std::optional(config.value().training) : std::nullopt);
}

void SettingsStep::setSimple(bool simple)
{
    m_simple = simple;
    m_search->setVisible(!simple);
    m_search->clear();
    m_form->setSimple(simple);
    m_card->setTitle(m_simple ? tr("Settings that matter most") : tr("All settings"));
}

void SettingsStep::showCounts()
{
    const int changed = m_form->changedCount();
    m_changed->setState(Badge::Warning, QStringLiteral("edit"),
                        changed > 0 ? tr("%n changed", nullptr, changed) : QString());
    m_reset->setVisible(changed > 0);
}

} // namespace

TrainStep *createSettingsStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
{
    return new SettingsStep(context, facts, parent);
}

} // namespace luthier

#include "settings_step.moc"
