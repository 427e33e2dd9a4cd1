// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/evaluation_rows.h"
#include "core/train/run_curves.h"

#include <optional>
#include <set>

namespace luthier {

/// Keeps the rows of a run's evaluations in its folder, and measures how sure a rise of the
/// validation loss is.
///
/// Kept are loss and answer of every validation, thinned evenly above 64 MiB; the scores only of
/// the best and the last one. What the newest checkpoint needs stays until the next one, so that a
/// run that goes on from it finds the same as one that was never stopped.
class EvaluationLog
{
public:
    explicit EvaluationLog(const std::filesystem::path &runFolder) : m_folder(runFolder) {}

    /// Takes back what came after `step`, where a run goes on. The curves and `best` (its step, 0
    /// for none) are those up to there.
    void goOnFrom(int64_t step, const RunCurves &curves, int64_t best);

    /// Standard error of the difference between these losses and the lowest ones so far, row by
    /// row; nothing for the first validation, or when the lowest one's rows are lost.
    std::optional<double> riseStandardError(const EvaluationRows &rows) const;

    /// `interval`: steps between validations.
    void addValidation(int64_t step, EvaluationRows rows, double loss, bool best, int64_t interval);
    void addTest(int64_t step, const EvaluationRows &rows) const;
    /// A checkpoint remembers the state that is reached now.
    void checkpointed(int64_t interval);

    /// Bytes that the kept rows take at most.
    static int64_t diskBytes(int64_t validationRows, int64_t testRows, int64_t labels);

private:
    bool isNeeded(int64_t step) const;
    void thin(int64_t interval) const;

    EvaluationFolder m_folder;
    int64_t m_best = 0, m_last = 0, m_lowest = 0;
    double m_lowestLoss = 0;
    std::vector<float> m_lowestLosses;
    std::set<int64_t> m_saved, m_savedScores; ///< steps that the newest checkpoint needs
};

} // namespace luthier
