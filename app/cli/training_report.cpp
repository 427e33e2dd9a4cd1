// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_report.h"

#include "app/cli/metrics_text.h"
#include "app/cli/start_summary.h"
#include "app/cli/words.h"
#include "core/base/message_json.h"

#include <iostream>

namespace luthier {

namespace {

constexpr double smoothing = 0.9;
constexpr int64_t plainLines = 20;
const std::vector<std::string> testMetrics{"accuracy", "f1_macro", "eval_loss"};

std::string stepOf(int64_t step, int64_t steps)
{
    return "step " + words::whole(step) + (steps > 0 ? " of " + words::whole(steps) : "");
}

} // namespace

void TrainingReport::onEvent(const Json &event)
{
    const std::string kind = event.value("event", "");
    if (kind == "start")
        start(event);
    else if (kind == "step")
        step(event);
    else if (kind == "evaluation")
        evaluation(event);
    else if (kind == "resumed")
        line("Goes on after step " + words::whole(event.value("step", int64_t(0))));
    else if (kind == "warning")
        line("Warning: " + messageFrom(event.value("message", Json::object())).english());
    else if (kind == "verdict")
        verdict(event);
    else if (kind == "done")
        done(event);
}

void TrainingReport::line(const std::string &text)
{
    m_progress.clear();
    std::cout << text << std::endl;
}

void TrainingReport::start(const Json &event)
{
    m_steps = event.value("steps", int64_t(0));
    m_progress.clear();
    std::cout << startSummary(event) << std::endl;
}

std::string TrainingReport::timeLeft(int64_t step) const
{
    const int64_t done = step - m_firstStep;
    if (done <= 0 || step >= m_steps)
        return {};
    const std::chrono::duration<double> elapsed = Clock::now() - m_firstTime;
    return ", " + words::duration(elapsed.count() / double(done) * double(m_steps - step)) +
           " left";
}

void TrainingReport::step(const Json &event)
{
    const auto step = event.value("step", int64_t(0));
    const Json loss = event.value("loss", Json());
    if (loss.is_number()) {
        m_lossSum = smoothing * m_lossSum + (1 - smoothing) * loss.get<double>();
        m_lossWeight = smoothing * m_lossWeight + (1 - smoothing);
    }
    const auto now = Clock::now();
    if (m_firstStep == 0) {
        m_firstStep = step;
        m_firstTime = now;
    }
    const bool last = step == m_steps;
    std::string text = stepOf(step, m_steps);
    if (m_lossWeight > 0)
        text += ", loss " + words::fixed(m_lossSum / m_lossWeight);
    if (m_validationLoss)
        text += ", validation loss " + words::fixed(*m_validationLoss);
    text += timeLeft(step);
    if (m_progress.onTerminal()) {
        if (!last && now - m_lastShown < std::chrono::milliseconds(100))
            return;
        m_lastShown = now;
        m_progress.show(double(step) / double(std::max<int64_t>(1, m_steps)), text);
    } else if (last || step % std::max<int64_t>(1, m_steps / plainLines) == 0) {
        line(text);
    }
}

void TrainingReport::evaluation(const Json &event)
{
    if (event.value("split", "validation") != "validation")
        return;
    const Json loss = event.value("eval_loss", Json());
    if (loss.is_number())
        m_validationLoss = loss.get<double>();
    std::string text = "Validation at " + stepOf(event.value("step", int64_t(0)), m_steps) +
                       ": loss " + (m_validationLoss ? words::fixed(*m_validationLoss) : "unknown");
    const std::string metrics = metricsLine(event, {"accuracy", "f1_macro"});
    text += metrics.empty() ? "" : ", " + metrics;
    line(text + (event.value("best", false) ? ", best so far" : ""));
}

/// The numbers in it change with every validation; what it says is worth a line when it is new.
void TrainingReport::verdict(const Json &event)
{
    const std::string kind = event.value("kind", "");
    if (kind != m_verdict)
        line(messageFrom(event.value("message", Json::object())).english());
    m_verdict = kind;
}

void TrainingReport::done(const Json &event)
{
    line("");
    if (const Json test = event.value("test", Json()); test.is_object()) {
        std::string text = "Test: " + metricsLine(test, testMetrics);
        if (const Json majority = event.value("majority_baseline", Json()); majority.is_number())
            text += "; always the most frequent label: accuracy " +
                    words::fixed(majority.get<double>());
        line(text);
        std::cout << metricsNotes(test) << std::flush;
    }
    if (const auto best = event.value("best_step", int64_t(0)); best > 0)
        line("Best step: " + words::whole(best));
    line("Time: " + words::duration(event.value("seconds", 0.0)) + " for " +
         words::whole(event.value("steps", int64_t(0))) + " steps, " +
         words::number(event.value("samples_per_second", 0.0)) + " rows a second");
    line("Run folder: " + event.value("output", ""));
}

} // namespace luthier
