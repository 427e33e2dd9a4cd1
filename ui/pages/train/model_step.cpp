// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/model_card.h"
#include "ui/pages/train/model_details.h"
#include "ui/pages/train/model_folders.h"
#include "ui/pages/train/model_words.h"
#include "ui/pages/train/train_step.h"
#include "ui/session/jobs.h"
#include "ui/session/plan_document.h"
#include "ui/session/view_state.h"
#include "ui/shell/theme.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QButtonGroup>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace luthier {

namespace {

const QString chosenFolders = QStringLiteral("train/modelFolders");

/// Which model learns: what is found on this computer, or any other folder.
class ModelStep : public TrainStep
{
    Q_OBJECT

public:
    ModelStep(const AppContext &context, PlanFacts &facts, QWidget *parent);

    QString name() const override { return tr("Model"); }
    bool isDone() const override
    {
        return !m_facts.modelFolder().isEmpty() &&
               !(m_facts.model() && modelWords::refusal(*m_facts.model()));
    }
    QString obstacle() const override;
    void setTexts() override;
    void refresh() override;
    void enter() override;
    QWidget *firstFocus() override;
    void setNarrow(bool narrow) override
    {
        m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }

private:
    void choose(const QString &folder);
    void chooseFolder();
    void takeFolders(const QStringList &found);
    void addCard(const QString &folder);
    void filter();

    QBoxLayout *m_columns;
    QLineEdit *m_search;
    QPushButton *m_add;
    QVBoxLayout *m_list;
    EmptyState *m_empty;
    ModelDetails *m_details;
    TextLabel *m_hint;
    QButtonGroup m_group;
    std::vector<ModelCard *> m_cards;
    bool m_searched = false;
};

ModelStep::ModelStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
    : TrainStep(context, facts, parent), m_columns(new QHBoxLayout(this)),
      m_search(new QLineEdit(this)), m_add(new QPushButton(this)), m_list(new QVBoxLayout),
      m_empty(new EmptyState(this)), m_details(new ModelDetails(this)),
      m_hint(new TextLabel(QStringLiteral("caption"), this))
{
    m_search->setObjectName(QStringLiteral("modelSearch"));
    m_search->addAction(icon(QStringLiteral("search"), Theme::Token::SecondaryText),
                        QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_add->setObjectName(QStringLiteral("addModel"));
    m_add->setIcon(icon(QStringLiteral("folder")));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(Theme::units(1));
    tools->addWidget(m_search, 1);
    tools->addWidget(m_add);
    auto *left = new QVBoxLayout;
    left->setSpacing(Theme::units(1.5));
    left->addLayout(tools);
    m_list->setSpacing(Theme::units(1));
    left->addLayout(m_list);
    m_empty->setIcon(QStringLiteral("models"));
    m_empty->hide();
    left->addWidget(m_empty);
    left->addWidget(m_hint);
    left->addStretch(1);
    m_columns->setContentsMargins({});
    m_columns->setSpacing(Theme::units(2));
    m_columns->addLayout(left, 3);
    m_columns->addWidget(m_details, 2);
    connect(m_search, &QLineEdit::textChanged, this, &ModelStep::filter);
    connect(m_add, &QPushButton::clicked, this, &ModelStep::chooseFolder);
    // Arrow keys check a card without a click.
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int at, bool checked) {
        if (checked)
            choose(m_cards[size_t(at)]->folder());
    });
}

QString ModelStep::obstacle() const
{
    if (m_facts.modelFolder().isEmpty())
        return tr("Choose a model.");
    return m_facts.model() ? modelWords::refusal(*m_facts.model()).value_or(QString()) : QString();
}

void ModelStep::setTexts()
{
    m_search->setPlaceholderText(tr("Search your models"));
    m_search->setAccessibleName(tr("Search your models"));
    m_search->setToolTip(tr("Shows the models whose name or folder holds this text."));
    m_add->setText(tr("Choose a folder…"));
    m_add->setToolTip(tr("Takes a model from any folder of this computer; nothing is copied."));
    m_empty->setTexts(tr("No model here yet"),
                      tr("Choose the folder of a pre-trained model, or put it into the folder "
                         "models of your workspace."));
    m_hint->setText(tr("Any Hugging Face folder with a config.json, safetensors weights and a "
                       "tokenizer of a supported family works."));
}

void ModelStep::enter()
{
    refresh();
    m_context.jobs.start(
        Jobs::Lane::Files, QStringLiteral("train/models"), this,
        [workspace = m_context.workspace](std::stop_token, const ProgressHandler &) {
            return Result<QStringList>(modelFolders(workspace));
        },
        [this](const Result<QStringList> &found) { takeFolders(found.value()); });
}

void ModelStep::takeFolders(const QStringList &found)
{
    m_searched = true;
    QStringList all = found;
    all += m_context.view.value(chosenFolders).toStringList();
    all.append(m_facts.modelFolder());
    for (const QString &folder : all)
        if (!folder.isEmpty())
            addCard(folder);
    refresh();
    Q_EMIT stateChanged();
}

void ModelStep::addCard(const QString &folder)
{
    if (std::ranges::any_of(m_cards, [&](ModelCard *card) { return card->folder() == folder; }))
        return;
    auto *card = new ModelCard(folder, this);
    setTabOrder(m_cards.empty() ? static_cast<QWidget *>(m_add) : m_cards.back(), card);
    m_group.addButton(card, int(m_cards.size()));
    m_cards.push_back(card);
    m_list->addWidget(card);
    m_facts.lookAt(folder);
}

void ModelStep::refresh()
{
    const QString chosen = m_facts.modelFolder();
    if (!chosen.isEmpty())
        addCard(chosen);
    const QSignalBlocker quiet(m_group);
    m_group.setExclusive(false);
    for (ModelCard *card : m_cards) {
        card->setFacts(m_facts.found(card->folder()));
        card->setChecked(card->folder() == chosen);
    }
    m_group.setExclusive(true);
    m_empty->setVisible(m_searched && m_cards.empty());
    m_search->setVisible(m_cards.size() > 1);
    m_details->setModel(chosen, m_facts.model());
    filter();
}

void ModelStep::filter()
{
    const QString sought = m_search->text().trimmed();
    for (ModelCard *card : m_cards)
        card->setVisible(sought.isEmpty() || card->folder().contains(sought, Qt::CaseInsensitive));
}

void ModelStep::choose(const QString &folder)
{
    m_context.plan.set("/model/path", folder.toStdString(), name());
    Q_EMIT stateChanged();
}

void ModelStep::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of a pre-trained model"));
    if (folder.isEmpty())
        return;
    QStringList known = m_context.view.value(chosenFolders).toStringList();
    if (!known.contains(folder))
        m_context.view.setValue(chosenFolders, known << folder);
    addCard(folder);
    choose(folder);
}

QWidget *ModelStep::firstFocus()
{
    if (m_group.checkedButton())
        return m_group.checkedButton();
    const auto usable = std::ranges::find_if(
        m_cards, [](ModelCard *card) { return blockedReason(card).isEmpty(); });
    return usable == m_cards.end() ? static_cast<QWidget *>(m_add) : *usable;
}

} // namespace

TrainStep *createModelStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
{
    return new ModelStep(context, facts, parent);
}

} // namespace luthier

#include "model_step.moc"
