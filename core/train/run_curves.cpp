// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_curves.h"

#include "core/metrics/standard_error.h"

#include <cmath>

namespace luthier {

namespace {

constexpr double kStartSteps = 10;

/// The number at a key. A live event holds NaN where a stored one holds null.
std::optional<double> numberAt(const Json &event, const char *key)
{
    const auto found = event.find(key);
    if (found == event.end() || !found->is_number() || !std::isfinite(found->get<double>()))
        return std::nullopt;
    return found->get<double>();
}

int64_t wholeAt(const Json &event, const char *key)
{
    const auto found = event.find(key);
    return found != event.end() && found->is_number_integer() ? found->get<int64_t>() : 0;
}

} // namespace

void RunCurves::Sums::add(double value)
{
    count += 1;
    sum += value;
    squares += value * value;
}

std::optional<double> RunCurves::Sums::mean() const
{
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::optional<double> RunCurves::Sums::standardErrorOfMean() const
{
    return standardError(sum, squares, size_t(count));
}

void RunCurves::add(const Json &event)
{
    const std::string kind = event.value("event", "");
    if (kind == "start")
        addStart(event);
    else if (kind == "step")
        addStep(event);
    else if (kind == "evaluation" && event.value("split", "") == "validation")
        addValidation(event);
    else if (kind == "checkpoint")
        m_checkpointStep = wholeAt(event, "step");
    else if (kind == "error" && event.contains("message") &&
             event["message"].value("id", "") == "train.non_finite")
        m_nonFiniteStep = wholeAt(event["message"].value("values", Json::object()), "step");
}

void RunCurves::addStart(const Json &event)
{
    m_majorityBaseline = numberAt(event, "majority_baseline");
    m_majorityLabel = event.value("majority_label", "");
    m_evalSteps = wholeAt(event, "eval_steps");
}

void RunCurves::addStep(const Json &event)
{
    m_epoch = numberAt(event, "epoch").value_or(m_epoch);
    const std::optional<double> loss = numberAt(event, "loss");
    if (!loss)
        return;
    m_sinceValidation.add(*loss);
    if (m_start.count < kStartSteps)
        m_start.add(*loss);
}

void RunCurves::addValidation(const Json &event)
{
    ValidationPoint point{.step = wholeAt(event, "step"),
                          .epoch = m_epoch,
                          .loss = numberAt(event, "eval_loss"),
                          .rise_stderr = numberAt(event, "eval_loss_rise_stderr"),
                          .accuracy = numberAt(event, "accuracy"),
                          .gain_stderr = numberAt(event, "accuracy_gain_stderr"),
                          .training_loss = m_sinceValidation.mean(),
                          .training_stderr = m_sinceValidation.standardErrorOfMean()};
    m_sinceValidation = {};
    if (event.value("best", false))
        m_bestStep = point.step;
    m_validations.push_back(point);
}

std::optional<size_t> RunCurves::lowest() const
{
    std::optional<size_t> found;
    for (size_t i = 0; i < m_validations.size(); ++i)
        if (m_validations[i].loss &&
            (!found || *m_validations[i].loss < *m_validations[*found].loss))
            found = i;
    return found;
}

std::optional<double> RunCurves::startLoss() const
{
    return m_start.mean();
}

} // namespace luthier
