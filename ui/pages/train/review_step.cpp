// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "ui/pages/train/checks_card.h"
#include "ui/pages/train/outcome_card.h"
#include "ui/pages/train/planned_run.h"
#include "ui/pages/train/review_choices.h"
#include "ui/pages/train/train_step.h"
#include "ui/session/jobs.h"
#include "ui/session/plan_document.h"
#include "ui/session/training_session.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/banner.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace luthier {

namespace {

const QString checkKey = QStringLiteral("train/check");

/// All choices, what the run says before its first step, and the start.
class ReviewStep : public TrainStep
{
    Q_OBJECT

public:
    ReviewStep(const AppContext &context, PlanFacts &facts, QWidget *parent);

    QString name() const override { return tr("Review"); }
    bool isDone() const override { return false; }
    QString obstacle() const override;
    void setTexts() override { refresh(); }
    void refresh() override;
    void enter() override;
    /// Starts the run.
    void confirm() override;
    QWidget *firstFocus() override { return m_choices->nameField(); }
    void setNarrow(bool narrow) override
    {
        m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }

private:
    void check();
    void takeCheck(Result<DryRun> answer);
    void showTrouble();
    void watchStart();
    Result<RunConfig> run() const
    {
        return plannedRun(m_context.plan.json(), m_facts.modelSize(), m_context.workspace);
    }

    Banner *m_trouble;
    QBoxLayout *m_columns;
    ReviewChoices *m_choices;
    ChecksCard *m_checks;
    OutcomeCard *m_outcome;
    std::optional<DryRun> m_found;
    std::optional<Message> m_error;
    Json m_checked; ///< the plan that was, or is being, checked
    QString m_phase;
    bool m_starting = false;
};

ReviewStep::ReviewStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
    : TrainStep(context, facts, parent), m_trouble(new Banner(this)), m_columns(new QHBoxLayout),
      m_choices(new ReviewChoices(this)), m_checks(new ChecksCard(this)),
      m_outcome(new OutcomeCard(this))
{
    m_trouble->setObjectName(QStringLiteral("reviewTrouble"));
    m_trouble->setProperty("userText", true);
    m_trouble->hide();
    auto *left = new QVBoxLayout;
    left->setSpacing(Theme::units(2));
    left->addWidget(m_choices);
    left->addWidget(m_checks);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_outcome);
    right->addStretch(1);
    m_columns->setSpacing(Theme::units(2));
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::units(2));
    layout->addWidget(m_trouble);
    layout->addLayout(m_columns);
    layout->addStretch(1);
    connect(m_choices, &ReviewChoices::stepRequested, this, &TrainStep::stepRequested);
    connect(m_choices, &ReviewChoices::nameEdited, this, [this](const QString &name) {
        const std::string text = name.trimmed().toStdString();
        m_context.plan.set("/name", text.empty() ? Json() : Json(text), tr("Name of the run"));
    });
    connect(m_outcome, &OutcomeCard::cancelled, this, [this] {
        m_context.jobs.cancel(checkKey);
        m_phase.clear();
        refresh();
    });
    connect(&context.jobs, &Jobs::progressed, this,
            [this](const QString &key, const Progress &progress) {
                if (key != checkKey || m_phase.isEmpty())
                    return;
                m_phase = words::of(progress.phase);
                m_outcome->setPhase(m_phase);
            });
    watchStart();
}

void ReviewStep::watchStart()
{
    TrainingSession &training = m_context.training;
    const auto goToRun = [this] {
        const QString folder = m_context.training.runFolder();
        if (m_starting && !folder.isEmpty()) {
            m_starting = false;
            Q_EMIT routeRequested({QStringLiteral("run"), QFileInfo(folder).fileName()});
        }
    };
    connect(&training, &TrainingSession::stateChanged, this, [this, goToRun] {
        goToRun();
        Q_EMIT stateChanged();
    });
    connect(&training, &TrainingSession::eventsCame, this, goToRun);
    connect(&training, &TrainingSession::finished, this,
            [this](const QString &, const std::optional<Error> &error) {
                if (m_starting && error)
                    m_error = error->message;
                m_starting = false;
                refresh();
                if (isVisible() && !m_error)
                    check();
                Q_EMIT stateChanged();
            });
}

QString ReviewStep::obstacle() const
{
    if (m_starting)
        return tr("The run is being prepared.");
    if (m_context.training.isActive())
        return tr("A run is training already. Start this one when it is over.");
    return m_error ? words::of(*m_error) : QString();
}

void ReviewStep::enter()
{
    refresh();
    check();
}

void ReviewStep::refresh()
{
    m_choices->setLines(planLines(m_context, m_facts));
    m_choices->setName(QString::fromStdString(runNameOf(m_context.plan.json())));
    const auto config = run();
    m_checks->setChecks(m_found, config ? std::optional(config.value().training) : std::nullopt);
    const auto free = guarded([&] { return files::freeSpace(m_context.workspace.toStdString()); });
    m_outcome->setStart(m_found ? m_found->start : Json(), free ? double(free.value()) : 0);
    m_outcome->setPhase(m_phase);
    m_outcome->setVisible(m_found || !m_phase.isEmpty());
    m_checks->setVisible(m_found || !m_phase.isEmpty());
    showTrouble();
}

void ReviewStep::check()
{
    Json plan = completedPlan(m_context.plan.json(), m_facts.modelSize());
    plan.erase("name");
    // What trains has the memory and the processor; it checks its plan itself when it starts.
    if (plan == m_checked || m_context.training.isActive())
        return;
    m_found.reset();
    m_error.reset();
    const auto config = run();
    if (!config) {
        m_error = config.error().message;
        refresh();
        Q_EMIT stateChanged();
        return;
    }
    m_checked = plan;
    m_phase = tr("Checking…");
    m_context.jobs.start(
        Jobs::Lane::Computing, checkKey, this,
        [config = config.value(), workspace = m_context.workspace.toStdString()](
            std::stop_token stop, const ProgressHandler &onProgress) {
            return dryRun(config, workspace, stop, onProgress);
        },
        [this](Result<DryRun> answer) { takeCheck(std::move(answer)); });
    refresh();
    Q_EMIT stateChanged();
}

void ReviewStep::takeCheck(Result<DryRun> answer)
{
    m_phase.clear();
    if (answer) {
        m_found = std::move(answer.value());
    } else {
        m_error = answer.error().message;
        // The same plan may be tried again: a file may be mended meanwhile.
        m_checked = nullptr;
    }
    refresh();
    Q_EMIT stateChanged();
}

void ReviewStep::showTrouble()
{
    m_trouble->setVisible(m_error || m_context.training.isActive());
    if (m_error)
        m_trouble->setMessage(Banner::Error, tr("This plan cannot start as it is."),
                              words::of(*m_error));
    else if (m_context.training.isActive())
        m_trouble->setMessage(Banner::Info, obstacle(), {});
}

void ReviewStep::confirm()
{
    const auto config = run();
    if (!config || !obstacle().isEmpty())
        return;
    // A check that still runs would only take the processor from the run, which checks as well.
    m_context.jobs.cancel(checkKey);
    m_phase.clear();
    TrainRequest request;
    request.config = config.value();
    request.workspace = m_context.workspace.toStdString();
    m_context.plan.flush();
    m_starting = true;
    if (!m_context.training.start(request))
        m_starting = false;
    refresh();
    Q_EMIT stateChanged();
}

} // namespace

TrainStep *createReviewStep(const AppContext &context, PlanFacts &facts, QWidget *parent)
{
    return new ReviewStep(context, facts, parent);
}

} // namespace luthier

#include "review_step.moc"
