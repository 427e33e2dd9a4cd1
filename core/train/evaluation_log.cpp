// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/evaluation_log.h"

#include "core/metrics/standard_error.h"

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

constexpr const char *kPart = "validation";
constexpr int64_t kKeptBytes = int64_t(64) << 20;
constexpr int64_t kFewest = 8; ///< evaluations that stay however many rows they have
constexpr int64_t kRowBytes = 3 * sizeof(int64_t) + sizeof(float);

int64_t keptEvaluations(int64_t rows)
{
    return std::max(kFewest, kKeptBytes / (kRowBytes * std::max<int64_t>(1, rows)));
}

} // namespace

void EvaluationLog::goOnFrom(int64_t step, const RunCurves &curves, int64_t best)
{
    m_folder.cutBackTo(step);
    m_best = best;
    m_last = curves.validations().empty() ? 0 : curves.validations().back().step;
    if (const auto lowest = curves.lowest()) {
        m_lowest = curves.validations()[*lowest].step;
        m_lowestLoss = *curves.validations()[*lowest].loss;
        // Without these rows a rise is judged by its scatter alone.
        if (const auto rows = guarded([&] { return m_folder.read(kPart, m_lowest); }))
            m_lowestLosses = rows.value().losses;
    }
    checkpointed(curves.evalSteps());
}

std::optional<double> EvaluationLog::riseStandardError(const EvaluationRows &rows) const
{
    if (m_lowestLosses.size() != rows.losses.size())
        return std::nullopt;
    return pairedStandardError(rows.losses, m_lowestLosses);
}

void EvaluationLog::addValidation(int64_t step, EvaluationRows rows, double loss, bool best,
                                  int64_t interval)
{
    m_folder.write(kPart, step, rows);
    m_last = step;
    if (best)
        m_best = step;
    if (std::isfinite(loss) && (m_lowest == 0 || loss < m_lowestLoss)) {
        m_lowest = step;
        m_lowestLoss = loss;
        m_lowestLosses = std::move(rows.losses);
    }
    thin(interval);
}

void EvaluationLog::addTest(int64_t step, const EvaluationRows &rows) const
{
    m_folder.write("test", step, rows);
}

void EvaluationLog::checkpointed(int64_t interval)
{
    m_saved = {m_best, m_last, m_lowest};
    m_savedScores = {m_best, m_last};
    thin(interval);
}

bool EvaluationLog::isNeeded(int64_t step) const
{
    return step == m_best || step == m_last || step == m_lowest || m_saved.contains(step);
}

/// By the place in the run alone, so that a run that went on keeps the same ones.
void EvaluationLog::thin(int64_t interval) const
{
    const std::vector<int64_t> steps = m_folder.steps(kPart);
    if (steps.empty())
        return;
    for (const int64_t step : steps)
        if (step != m_best && step != m_last && !m_savedScores.contains(step))
            m_folder.removeScores(kPart, step);
    const int64_t every = std::max<int64_t>(1, interval);
    const int64_t most = keptEvaluations(int64_t(m_lowestLosses.size()));
    int64_t stride = 1;
    while (m_last / every / stride > most)
        stride *= 2;
    for (const int64_t step : steps)
        if (step / every % stride != 0 && !isNeeded(step))
            m_folder.remove(kPart, step);
}

int64_t EvaluationLog::diskBytes(int64_t validationRows, int64_t testRows, int64_t labels)
{
    const int64_t scores = int64_t(sizeof(float)) * labels;
    return validationRows * (keptEvaluations(validationRows) * kRowBytes + 4 * scores) +
           testRows * (kRowBytes + scores);
}

} // namespace luthier
