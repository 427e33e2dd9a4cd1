// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/model.h"
#include "core/tasks/text_classification.h"
#include "core/train/row_inputs.h"

#include <stop_token>

namespace luthier {

/// What a model answered to every row of a part.
struct EvaluationScores
{
    at::Tensor logits;              ///< [rows, labels] float32
    std::vector<int64_t> predicted; ///< by row
    double loss = 0;                ///< mean over the rows; 0 without labels
    std::vector<float> row_losses;  ///< by row, their mean is `loss`; empty without labels

    /// Softmax of one row.
    std::vector<double> probabilities(int64_t row) const;
    /// Softmax of all, [rows, labels].
    std::vector<double> probabilities() const;
};

/// Runs all rows without dropout and without a graph, `rowsPerBatch` at a time.
/// Throws an Error with the code Cancelled when stopped.
EvaluationScores evaluateRows(const RowInputs &inputs, const ClassificationLoss &loss,
                              int64_t rowsPerBatch = 32, std::stop_token stop = {});
EvaluationScores evaluateRows(const Model &model, const Examples &examples,
                              const ClassificationLoss &loss, int64_t rowsPerBatch = 32,
                              std::stop_token stop = {});

} // namespace luthier
