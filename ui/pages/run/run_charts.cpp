// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run/run_charts.h"

#include "core/train/schedule.h"
#include "ui/pages/run/run_state_words.h"
#include "ui/shell/words.h"

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

constexpr int64_t mostEpochMarks = 12;
constexpr int64_t plannedPoints = 200;
const QString train = QStringLiteral("train");
const QString validation = QStringLiteral("validation");
const QString epoch = QStringLiteral("epoch");
const QString rate = QStringLiteral("rate");
const QString planned = QStringLiteral("planned");

/// What is drawn of an evaluation beside its loss.
constexpr const char *shownMetrics[]{"accuracy", "f1_macro"};

std::vector<QPointF> from(const std::vector<QPointF> &points, size_t first)
{
    return {points.begin() + std::ptrdiff_t(std::min(first, points.size())), points.end()};
}

} // namespace

RunCharts::RunCharts(const RunDocument &run, ChartModel &loss, ChartModel &metric, ChartModel &rate,
                     QObject *parent)
    : QObject(parent), m_run(run), m_loss(loss), m_metric(metric), m_rate(rate)
{
    connect(&run, &RunDocument::opened, this, &RunCharts::rebuild);
    connect(&run, &RunDocument::grew, this, &RunCharts::grow);
    connect(&run, &RunDocument::stateChanged, this, &RunCharts::setMarks);
    rebuild();
}

void RunCharts::setTexts()
{
    rebuild();
}

void RunCharts::rebuild()
{
    setLossSeries();
    setMetricSeries();
    setRateSeries();
    setMarks();
    m_steps = m_run.history().loss().size();
    m_evaluations = m_run.history().evaluations().size();
}

void RunCharts::grow()
{
    const RunHistory &history = m_run.history();
    // A run that goes on from a checkpoint takes points back.
    if (history.loss().size() < m_steps || history.evaluations().size() < m_evaluations ||
        m_steps == 0) {
        rebuild();
        return;
    }
    if (history.loss().size() > m_steps) {
        m_loss.append(train, from(history.loss(), m_steps));
        m_loss.append(rate, from(history.learningRate(), m_steps));
        m_rate.append(rate, from(history.learningRate(), m_steps));
        m_steps = history.loss().size();
    }
    const bool newVerdict = m_verdict.has_value() != history.verdict().has_value() ||
                            (m_verdict && m_verdict->message != history.verdict()->message);
    if (history.evaluations().size() > m_evaluations || newVerdict) {
        const size_t known = std::exchange(m_evaluations, history.evaluations().size());
        m_loss.append(validation, from(evaluated("eval_loss"), known));
        for (const char *key : shownMetrics)
            m_metric.append(QLatin1String(key), from(evaluated(key), known));
        setRateSeries();
        setMarks();
    }
}

std::vector<QPointF> RunCharts::evaluated(const std::string &key) const
{
    std::vector<QPointF> points;
    for (const RunEvaluation &each : m_run.history().evaluations())
        points.emplace_back(double(each.step), each.value(key));
    return points;
}

void RunCharts::setLossSeries()
{
    const RunHistory &history = m_run.history();
    m_loss.setSeries({{.id = train,
                       .name = tr("Training"),
                       .style = 1,
                       .look = ChartModel::Look::FaintLine,
                       .labelled = true,
                       .points = history.loss(),
                       .smoothed = true},
                      {.id = validation,
                       .name = tr("Validation"),
                       .style = 2,
                       .look = ChartModel::Look::LineWithMarkers,
                       .labelled = true,
                       .points = evaluated("eval_loss")},
                      {.id = rate,
                       .name = tr("Learning rate"),
                       .look = ChartModel::Look::ReadOutOnly,
                       .inLegend = false,
                       .points = history.learningRate()}});
}

void RunCharts::setMetricSeries()
{
    std::vector<ChartModel::Series> series;
    int style = 2;
    for (const char *key : shownMetrics)
        series.push_back({.id = QLatin1String(key),
                          .name = metricName(key),
                          .style = style++,
                          .look = ChartModel::Look::LineWithMarkers,
                          .labelled = true,
                          .points = evaluated(key)});
    m_metric.setSeries(std::move(series));
    m_metric.setAxes({.title = {}, .minimum = 0}, {.title = {}, .percent = true});
}

QString RunCharts::warmUpText() const
{
    const Json &training = json::part(m_run.config(), "training");
    const int64_t steps = warmupSteps(json::number(training, "warmup_steps", 0),
                                      std::max<int64_t>(1, m_run.history().steps()));
    return steps > 0 && m_run.history().steps() > 0
               ? tr("warm-up ends at %1").arg(words::whole(steps))
               : QString();
}

/// The schedule's own formula from now to the last step.
std::vector<QPointF> RunCharts::plannedRate() const
{
    const RunHistory &history = m_run.history();
    const Json &training = json::part(m_run.config(), "training");
    const int64_t steps = history.steps();
    if (steps <= 0 || json::text(training, "lr_scheduler_type").empty() ||
        m_run.state() == RunDocument::State::Done)
        return {};
    const Schedule schedule{json::text(training, "lr_scheduler_type"),
                            warmupSteps(json::number(training, "warmup_steps", 0), steps), steps};
    const double highest = json::number(history.start(), "learning_rate", 0);
    std::vector<QPointF> points;
    const int64_t first = std::max<int64_t>(1, history.step());
    const int64_t stride = std::max<int64_t>(1, (steps - first) / plannedPoints);
    for (int64_t step = first; step < steps; step += stride)
        points.emplace_back(double(step), highest * schedule.factor(step));
    // The bend where warm-up ends must not fall between two points.
    if (schedule.warmup_steps > first)
        points.emplace_back(double(schedule.warmup_steps + 1),
                            highest * schedule.factor(schedule.warmup_steps + 1));
    points.emplace_back(double(steps), highest * schedule.factor(steps));
    std::ranges::sort(points, {}, &QPointF::x);
    return points;
}

void RunCharts::setRateSeries()
{
    const RunHistory &history = m_run.history();
    m_rate.setSeries({{.id = rate,
                       .name = tr("So far"),
                       .style = 1,
                       .labelled = true,
                       .points = history.learningRate()},
                      {.id = planned,
                       .name = tr("Planned"),
                       .style = 0,
                       .dashed = true,
                       .points = plannedRate()}});
    ChartModel::Axis x{.title = {}, .minimum = 0};
    if (history.steps() > 0)
        x.maximum = double(history.steps());
    m_rate.setAxes(x, {.title = {}, .minimum = 0});
}

QString RunCharts::description(const std::string &key) const
{
    const RunHistory &history = m_run.history();
    QStringList sentences;
    if (history.verdict())
        sentences << words::of(history.verdict()->message);
    if (const RunEvaluation *best = history.best())
        sentences << tr("Best step %1: %2 %3. Last, step %4: %5.")
                         .arg(words::whole(best->step), metricName(key),
                              metricText(key, best->value(key)),
                              words::whole(history.evaluations().back().step),
                              metricText(key, history.evaluations().back().value(key)));
    return sentences.join(QLatin1Char(' '));
}

bool RunCharts::isGrowing() const
{
    return m_run.isLive() || m_run.state() == RunDocument::State::Elsewhere;
}

/// As far as the points go, or to where early stopping would end the run.
void RunCharts::setLossAxes()
{
    ChartModel::Axis x{.title = tr("step"), .minimum = 0};
    constexpr double room = 1.06; // for the mark's label
    if (const auto stop = m_run.earlyStopStep(); stop && isGrowing())
        x.maximum = double(*stop) * room;
    m_loss.setAxes(x, {.title = {}, .minimum = 0, .cappedBy = validation});
}

void RunCharts::setMarks()
{
    const RunHistory &history = m_run.history();
    const RunEvaluation *best = history.best();
    m_verdict = history.verdict();
    m_loss.setTitle(tr("Loss"), description("eval_loss"));
    m_metric.setTitle(tr("Validation accuracy and F1"), description("accuracy"));
    m_rate.setTitle(tr("Learning rate"), tr("The rate of each step, and the plan for the rest."));
    const QString none =
        history.evalSteps() > 0 && !best
            ? tr("No validation yet: first at step %1")
                  .arg(words::whole(std::min(history.evalSteps(), history.steps())))
            : QString();
    m_loss.setNote(none);
    m_metric.setNote(none);
    setLossAxes();
    m_loss.setMarks(lossMarks());
    m_loss.setBands(best && history.evaluations().back().step > best->step
                        ? std::vector<ChartModel::Band>{{validation, train, double(best->step),
                                                         double(history.evaluations().back().step),
                                                         tr("Gap after best")}}
                        : std::vector<ChartModel::Band>{});
    // Its name stands in the legend: a label would cover the small chart's curves.
    std::vector<ChartModel::Mark> marks;
    if (best)
        marks.push_back({.kind = ChartModel::Mark::Kind::Best, .x = double(best->step)});
    m_metric.setMarks(std::move(marks));
}

void RunCharts::addEpochs(std::vector<ChartModel::Mark> &marks) const
{
    const RunHistory &history = m_run.history();
    const int64_t length = history.stepsPerEpoch();
    if (length <= 0)
        return;
    // No epoch begins with the last step.
    const int64_t last =
        history.steps() > 0 ? std::min(history.step(), history.steps() - 1) : history.step();
    const int64_t stride = std::max<int64_t>(1, last / length / mostEpochMarks);
    for (int64_t number = 1; number * length <= last; number += stride)
        marks.push_back({.kind = ChartModel::Mark::Kind::Epoch,
                         .x = double(number * length),
                         .label = tr("epoch %1").arg(words::whole(number + 1))});
}

std::vector<ChartModel::Mark> RunCharts::lossMarks() const
{
    const RunHistory &history = m_run.history();
    std::vector<ChartModel::Mark> marks;
    if (const RunEvaluation *best = history.best())
        marks.push_back({.kind = ChartModel::Mark::Kind::Best,
                         .x = double(best->step),
                         .label = tr("Best step %1").arg(words::whole(best->step)),
                         .note = words::fixed(best->value("eval_loss")),
                         .series = validation});
    if (history.verdict() && history.verdict()->kind == "overfitting" && history.verdict()->since)
        marks.push_back(
            {.kind = ChartModel::Mark::Kind::Overfitting,
             .x = double(*history.verdict()->since),
             .label = tr("Overfitting since %1").arg(words::whole(*history.verdict()->since))});
    if (const auto stop = m_run.earlyStopStep(); stop && isGrowing())
        marks.push_back({.kind = ChartModel::Mark::Kind::Stop,
                         .x = double(*stop),
                         .label = tr("Early stop"),
                         .note = words::whole(*stop)});
    if (m_run.stoppedEarly())
        marks.push_back({.kind = ChartModel::Mark::Kind::Stop,
                         .x = double(history.step()),
                         .label = tr("Stopped early"),
                         .note = words::whole(history.step())});
    addEpochs(marks);
    return marks;
}

} // namespace luthier
