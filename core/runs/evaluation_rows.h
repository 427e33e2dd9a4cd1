// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace luthier {

/// What a model answered to each row of a part at one step, in the part's order.
struct EvaluationRows
{
    std::vector<int64_t> row_ids{}; ///< the row in its source, counted from 0
    /// Numbers of the true labels and of those that were answered. One label a row: [rows], the
    /// answer is that of the largest score. Several: each row's, ascending, one row after the
    /// other, answered where the probability is above one half.
    std::vector<int64_t> labels{}, answers{};
    /// Several labels a row: [rows + 1] where each begins in `labels` and `answers`; else empty.
    std::vector<int64_t> label_offsets{}, answer_offsets{};
    std::vector<float> losses{}; ///< their mean is eval_loss
    std::vector<float> logits{}; ///< [rows, labels]; empty where only the answers are kept

    size_t size() const { return row_ids.size(); }
    bool operator==(const EvaluationRows &) const = default;
};

/// One row of an evaluation.
struct EvaluatedRow
{
    int64_t row_id = 0;
    int64_t label = 0, answer = 0; ///< of several the first; -1 where there is none
    double loss = 0;
    std::vector<double> scores; ///< probability by label; empty where only the answer is kept
    std::vector<int64_t> labels{}, answers{}; ///< all, ascending

    bool isRight() const { return labels == answers; }
};

/// The folder evaluations/ of a run: `<part>-<step>.safetensors` (row_ids, labels, answers I64,
/// losses F32 [rows]; for several labels a row `labels` and `answers` are as long as all rows' are
/// together, and label_offsets, answer_offsets I64 [rows + 1] say where each row begins)
/// and, for the evaluations that matter most, `<part>-<step>-scores.safetensors` (logits F32 [rows,
/// labels]). Parts are "validation" and "test".
class EvaluationFolder
{
public:
    explicit EvaluationFolder(const std::filesystem::path &runFolder);

    /// Whole files or none; replaces those of the same step.
    void write(const std::string &part, int64_t step, const EvaluationRows &rows) const;
    /// Throws an Error when the files are damaged or there are none. Logits only when they are
    /// kept.
    EvaluationRows read(const std::string &part, int64_t step) const;

    /// Steps that have rows, ascending.
    std::vector<int64_t> steps(const std::string &part) const;
    void remove(const std::string &part, int64_t step) const;
    void removeScores(const std::string &part, int64_t step) const;
    /// Takes back what came after a step.
    void cutBackTo(int64_t step) const;

private:
    std::filesystem::path rowsFile(const std::string &part, int64_t step) const;
    std::filesystem::path scoresFile(const std::string &part, int64_t step) const;

    std::filesystem::path m_path;
};

/// The door for readers: rows of `part` at `step` of the run in `runFolder`.
Result<std::vector<EvaluatedRow>> evaluatedRows(const std::filesystem::path &runFolder,
                                                const std::string &part, int64_t step);

/// Steps whose rows are kept, ascending; none for a run without evaluations.
std::vector<int64_t> evaluatedSteps(const std::filesystem::path &runFolder,
                                    const std::string &part);

} // namespace luthier
