// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/home/running_card.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/plot_view.h"
#include "ui/pages/run/run_advice.h"
#include "ui/pages/run/run_charts.h"
#include "ui/session/training_session.h"
#include "ui/shell/theme.h"
#include "ui/shell/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

namespace luthier {

namespace {

QPushButton *small(const char *name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setProperty("role", QStringLiteral("small"));
    return button;
}

} // namespace

RunningCard::RunningCard(const AppContext &context, QWidget *parent)
    : Card(parent), m_context(context), m_run(context), m_name(new Badge(this)),
      m_pause(small("pauseRun", this)), m_open(small("openRun", this)),
      m_best(new QPushButton(this)), m_verdict(new TextLabel({}, this)),
      m_steps(new TextLabel(QStringLiteral("caption"), this)),
      m_left(new TextLabel(QStringLiteral("caption"), this)), m_progress(new ProgressLine(this)),
      m_charts(new RunCharts(m_run, m_loss, m_metric, m_rate, this)), m_chart(new QWidget(this)),
      m_plot(new PlotView(m_loss, m_chart)), m_legend(new ChartLegend(m_loss, m_chart))
{
    setObjectName(QStringLiteral("running"));
    layOut();
    connect(m_pause, &QPushButton::clicked, this, &RunningCard::pauseOrGoOn);
    connect(m_best, &QPushButton::clicked, this, &RunningCard::goBackToBest);
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({QStringLiteral("run"), m_run.id()});
    });
    for (const auto signal : {&RunDocument::opened, &RunDocument::grew, &RunDocument::stateChanged})
        connect(&m_run, signal, this, &RunningCard::showRun);
}

void RunningCard::layOut()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_name);
    row->addWidget(m_pause);
    row->addWidget(m_open);
    setTools(tools);
    m_best->setObjectName(QStringLiteral("goBackToBest"));
    m_best->setIcon(icon(QStringLiteral("reset"), 16));
    m_plot->setObjectName(QStringLiteral("runningChart"));
    m_plot->setMinimumHeight(Theme::units(22));
    auto *chart = new QVBoxLayout(m_chart);
    chart->setContentsMargins(0, 0, 0, 0);
    chart->addWidget(m_plot, 1);
    chart->addWidget(m_legend);
    auto *line = new QHBoxLayout;
    line->addWidget(m_steps, 1);
    line->addWidget(m_left);
    auto *words = new QVBoxLayout;
    words->setSpacing(Theme::units(1));
    words->addWidget(m_verdict);
    words->addWidget(m_best, 0, Qt::AlignLeft);
    words->addLayout(line);
    words->addWidget(m_progress);
    words->addStretch();
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(Theme::units(2));
    m_columns->addWidget(m_chart, 3);
    m_columns->addLayout(words, 2);
    body()->addLayout(m_columns);
}

/// Beside the curves, or below them where the card is narrow.
void RunningCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    constexpr double twoColumns = 75;
    m_columns->setDirection(width() < Theme::units(twoColumns) ? QBoxLayout::TopToBottom
                                                               : QBoxLayout::LeftToRight);
}

QWidget *RunningCard::firstFocus()
{
    return m_open;
}

void RunningCard::refresh()
{
    const bool active = m_context.training.isActive();
    if (active && !m_follows)
        m_run.open({});
    m_follows = active;
    setVisible(active);
    showRun();
}

void RunningCard::showRun()
{
    using State = RunDocument::State;
    const RunHistory &history = m_run.history();
    const bool paused = m_run.state() == State::Paused;
    const bool going = paused || m_run.state() == State::Training;
    m_name->setState(Badge::Accent, paused ? QStringLiteral("pause") : QStringLiteral("play"),
                     m_run.name());
    m_pause->setText(paused ? tr("Continue") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setEnabled(going);
    m_open->setEnabled(!m_run.id().isEmpty());
    m_best->setVisible(going && m_run.isPastItsBest());
    m_verdict->setText(
        history.verdict() ? words::of(history.verdict()->message)
        : going ? tr("No validation yet: first at step %1.").arg(words::whole(history.evalSteps()))
                : tr("Model and data are being read."));
    m_chart->setVisible(m_loss.hasPoints());
    const QString steps =
        tr("Step %1 of %2").arg(words::whole(history.step()), words::whole(history.steps()));
    m_steps->setText(steps);
    m_steps->setVisible(history.steps() > 0);
    const auto left = m_run.secondsLeft();
    m_left->setText(paused ? tr("Paused")
                    : left ? tr("%1 left").arg(words::duration(*left))
                           : QString());
    m_progress->setRange(0, int(std::max<int64_t>(1, history.steps())));
    m_progress->setValue(int(history.step()));
    m_progress->setPaused(paused);
    m_progress->setValueText(steps);
    const RunEvaluation *best = history.best();
    m_progress->setMark(best ? double(best->step) : std::numeric_limits<double>::quiet_NaN());
}

void RunningCard::pauseOrGoOn()
{
    if (m_context.training.state() == TrainingSession::State::Paused)
        m_context.training.goOn();
    else
        m_context.training.pause();
}

void RunningCard::goBackToBest()
{
    const RunEvaluation *best = m_run.history().best();
    if (best && agreesToUseBest(this, best->step, m_run.history().step()))
        m_run.useBest();
}

void RunningCard::setTexts()
{
    m_best->setText(tr("Go back to best step"));
    m_best->setAccessibleName(m_best->text());
    m_best->setToolTip(tr("Stops the run and makes its best step the result; asks first"));
    setTitle(tr("Running now"));
    m_pause->setToolTip(tr("The step that runs is finished first; nothing is lost"));
    m_open->setText(tr("Open run"));
    m_open->setAccessibleName(tr("Open run"));
    m_open->setToolTip(tr("Curves, verdict and settings of this run"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_charts->setTexts();
    showRun();
}

} // namespace luthier
