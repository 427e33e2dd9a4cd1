// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runs/run_details.h"

#include "ui/charts/plot_view.h"
#include "ui/pages/run/run_state_words.h"
#include "ui/session/askable_runs.h"
#include "ui/shell/run_words.h"
#include "ui/shell/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/blocked.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace luthier {

namespace {

Badge::Kind kindOf(RunState state)
{
    switch (state) {
    case RunState::Running:
        return Badge::Accent;
    case RunState::Done:
        return Badge::Good;
    case RunState::Failed:
        return Badge::Error;
    case RunState::Interrupted:
        return Badge::Info;
    case RunState::Missing:
        return Badge::Warning;
    case RunState::Stopped:
        break;
    }
    return Badge::Neutral;
}

bool canContinue(RunState state)
{
    return state == RunState::Interrupted || state == RunState::Stopped;
}

} // namespace

RunDetails::RunDetails(QWidget *parent)
    : Card(parent), m_name(new TextLabel(QStringLiteral("cardTitle"), this)),
      m_verdict(new TextLabel({}, this)), m_reason(new TextLabel(QStringLiteral("caption"), this)),
      m_badge(new Badge(this)), m_plot(new PlotView(m_model, this)), m_facts(new QWidget(this)),
      m_open(addAction(QStringLiteral("openRun"), QStringLiteral("chevron-right"))),
      m_try(addAction(QStringLiteral("tryRun"), QStringLiteral("try"))),
      m_continue(addAction(QStringLiteral("continueRun"), QStringLiteral("play"))),
      m_rename(addAction(QStringLiteral("renameRun"), QStringLiteral("edit"))),
      m_folder(addAction(QStringLiteral("showRunFolder"), QStringLiteral("folder"))),
      m_remove(addAction(QStringLiteral("removeRun"), QStringLiteral("trash")))
{
    setObjectName(QStringLiteral("runDetails"));
    m_name->setElided(Qt::ElideMiddle);
    m_name->setObjectName(QStringLiteral("detailsName"));
    m_verdict->setObjectName(QStringLiteral("detailsVerdict"));
    m_plot->setObjectName(QStringLiteral("detailsChart"));
    const int unit = Theme::unit();
    m_plot->setFixedHeight(17 * unit);
    auto *head = new QHBoxLayout;
    head->setSpacing(unit);
    head->addWidget(m_name, 1);
    head->addWidget(m_badge);
    body()->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    body()->addLayout(head);
    body()->addWidget(m_verdict);
    body()->addWidget(m_reason);
    body()->addWidget(m_plot);
    body()->addWidget(m_facts);
    makeActions();
    body()->addStretch(1);
}

QPushButton *RunDetails::addAction(const QString &name, const QString &iconName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setIcon(icon(iconName, 16));
    return button;
}

void RunDetails::makeActions()
{
    auto *actions = new QVBoxLayout;
    actions->setSpacing(0);
    actions->setContentsMargins(0, Theme::unit(), 0, 0);
    for (QPushButton *button : {m_open, m_try, m_continue, m_rename, m_folder, m_remove})
        actions->addWidget(button, 0, Qt::AlignLeft);
    body()->addLayout(actions);
    connect(m_open, &QPushButton::clicked, this, &RunDetails::openRequested);
    connect(m_try, &QPushButton::clicked, this, &RunDetails::tryRequested);
    connect(m_continue, &QPushButton::clicked, this, &RunDetails::continueRequested);
    connect(m_rename, &QPushButton::clicked, this, &RunDetails::renameRequested);
    connect(m_folder, &QPushButton::clicked, this, &RunDetails::folderRequested);
    connect(m_remove, &QPushButton::clicked, this, &RunDetails::removeRequested);
}

void RunDetails::setTexts()
{
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Open this run (Enter)"));
    m_try->setText(tr("Try"));
    m_try->setToolTip(tr("Ask this run a text, beside the model that it came from"));
    m_continue->setText(tr("Continue"));
    m_continue->setToolTip(tr("Go on from the newest checkpoint"));
    m_rename->setText(tr("Rename…"));
    m_rename->setToolTip(tr("Give this run another name (F2)"));
    m_folder->setText(tr("Show folder"));
    m_folder->setToolTip(tr("Open the run's folder in the file manager"));
    m_remove->setText(tr("Delete…"));
    m_remove->setToolTip(tr("Move this run to the workspace's trash (Delete)"));
    for (QPushButton *button : {m_open, m_try, m_continue, m_rename, m_folder, m_remove})
        button->setAccessibleName(button->text());
    setAccessibleName(tr("Details of the chosen run"));
    showRun();
}

void RunDetails::setRun(std::shared_ptr<const RunSummary> run)
{
    m_run = std::move(run);
    showRun();
}

void RunDetails::showRun()
{
    setVisible(m_run != nullptr);
    if (!m_run)
        return;
    const RunRecord &record = m_run->record;
    m_name->setText(QString::fromStdString(record.name));
    const StateLook look = lookOf(record.state);
    m_badge->setState(kindOf(record.state), look.icon, look.word);
    const QString word = verdictWord(*m_run);
    m_verdict->setText(m_run->error     ? words::of(*m_run->error)
                       : m_run->verdict ? words::of(m_run->verdict->message)
                                        : tr("No verdict yet."));
    m_verdict->setAccessibleName(word);
    m_reason->setVisible(record.state == RunState::Missing);
    m_reason->setText(tr("The folder of this run is gone. Delete takes it out of the list."));
    m_try->setVisible(canBeAsked(record));
    m_continue->setVisible(canContinue(record.state));
    const bool runs = record.state == RunState::Running;
    setBlocked(m_remove, runs ? tr("This run is training. Stop it first.") : QString());
    showChart();
    showFacts();
}

void RunDetails::showChart()
{
    const RunSummary &run = *m_run;
    m_plot->setVisible(!run.loss.empty());
    m_model.setTitle(tr("Loss"), run.verdict ? words::of(run.verdict->message) : QString());
    m_model.setAxes({}, {.cappedBy = QStringLiteral("validation")});
    m_model.setSeries({{.id = QStringLiteral("training"),
                        .name = tr("Training"),
                        .style = 1,
                        .points = run.loss,
                        .smoothed = true},
                       {.id = QStringLiteral("validation"),
                        .name = tr("Validation"),
                        .style = 2,
                        .look = ChartModel::Look::LineWithMarkers,
                        .points = run.validation}});
    const double best = double(run.record.bestStep);
    if (run.record.bestStep <= 0 || run.validation.empty()) {
        m_model.setMarks({});
        m_model.setBands({});
        return;
    }
    m_model.setMarks({{.kind = ChartModel::Mark::Kind::Star,
                       .x = best,
                       .series = QStringLiteral("validation")}});
    m_model.setBands({{QStringLiteral("validation"), QStringLiteral("training"), best,
                       run.validation.back().x(), QString()}});
}

void RunDetails::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    auto *grid = static_cast<QGridLayout *>(m_facts->layout());
    const int row = grid->rowCount();
    auto *label = new TextLabel(QStringLiteral("secondary"), m_facts);
    label->setText(name);
    auto *text = new TextLabel({}, m_facts);
    text->setText(value);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1);
}

void RunDetails::showFacts()
{
    qDeleteAll(m_facts->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_facts->layout();
    auto *grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * Theme::unit());
    grid->setVerticalSpacing(Theme::unit());
    grid->setColumnStretch(1, 1);
    const RunRecord &record = m_run->record;
    if (record.bestValue)
        addFact(tr("Best value"),
                tr("%1: %2").arg(metricName(metricKey(record)), bestText(record)));
    if (m_run->bestAccuracy && metricKey(record) != "accuracy")
        addFact(metricName("accuracy"), metricText("accuracy", *m_run->bestAccuracy));
    if (m_run->trainable > 0)
        addFact(tr("Learns"), tr("%1 weights").arg(words::whole(m_run->trainable)));
    addFact(tr("Method"), methodName(record.method));
    addFact(tr("Model"), modelName(record));
    addFact(tr("Data"), dataName(record));
    addFact(tr("Steps"), words::whole(record.lastStep));
    if (m_run->seconds)
        addFact(tr("Time"), words::duration(*m_run->seconds));
    const Json training = record.config.value("training", Json::object());
    if (training.contains("seed") && training["seed"].is_number_integer())
        addFact(tr("Seed"), QString::number(training["seed"].get<qint64>()));
}

} // namespace luthier
