// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/model.h"
#include "core/tasks/objective.h"
#include "core/train/row_inputs.h"

#include <stop_token>

namespace luthier {

/// What a model answered to every row of a part.
struct EvaluationScores
{
    at::Tensor logits;             ///< [rows, labels] float32
    at::Tensor chances;            ///< of each label, [rows, labels] double
    RowLabels answers;             ///< what the task makes of the scores
    double loss = 0;               ///< mean over the rows; 0 without labels
    std::vector<float> row_losses; ///< by row, their mean is `loss`; empty without labels

    int64_t rows() const { return logits.size(0); }

    /// Of one row's labels.
    std::vector<double> probabilities(int64_t row) const;
    /// Of all, [rows, labels].
    std::vector<double> probabilities() const;
};

constexpr int64_t usualRowsPerBatch = 32;

/// Runs all rows without dropout and without a graph, `rowsPerBatch` at a time.
/// Throws an Error with the code Cancelled when stopped.
EvaluationScores evaluateRows(const RowInputs &inputs, const Objective &objective,
                              int64_t rowsPerBatch = usualRowsPerBatch, std::stop_token stop = {});
EvaluationScores evaluateRows(const Model &model, const Examples &examples,
                              const Objective &objective, int64_t rowsPerBatch = usualRowsPerBatch,
                              std::stop_token stop = {});

} // namespace luthier
