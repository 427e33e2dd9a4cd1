// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/evaluation_pass.h"

#include "core/data/stop_check.h"

#include <numeric>

namespace luthier {

std::vector<double> EvaluationScores::probabilities(int64_t row) const
{
    const at::Tensor values = chances[row].contiguous();
    return {values.const_data_ptr<double>(), values.const_data_ptr<double>() + values.numel()};
}

std::vector<double> EvaluationScores::probabilities() const
{
    const at::Tensor values = chances.contiguous();
    return {values.const_data_ptr<double>(), values.const_data_ptr<double>() + values.numel()};
}

EvaluationScores evaluateRows(const Model &model, const Examples &examples,
                              const Objective &objective, int64_t rowsPerBatch,
                              std::stop_token stop)
{
    return evaluateRows(RowInputs(model, examples), objective, rowsPerBatch, stop);
}

EvaluationScores evaluateRows(const RowInputs &inputs, const Objective &objective,
                              int64_t rowsPerBatch, std::stop_token stop)
{
    const at::NoGradGuard noGraph;
    const Examples &examples = inputs.examples();
    std::vector<at::Tensor> parts, losses;
    double sum = 0, denominator = 0;
    for (int64_t row = 0; row < examples.rows();) {
        heedStop(stop);
        std::vector<int64_t> rows(size_t(std::min(rowsPerBatch, examples.rows() - row)));
        std::iota(rows.begin(), rows.end(), row);
        row += int64_t(rows.size());
        parts.push_back(inputs.logits(rows, 0, {}));
        if (!examples.areLabelled())
            continue;
        const at::Tensor targets = labelsOf(examples, rows);
        losses.push_back(objective.byRow(parts.back(), targets));
        sum += losses.back().sum().item<double>();
        denominator += objective.denominator(targets);
    }
    EvaluationScores scores;
    scores.logits = at::cat(parts);
    scores.chances = objective.probabilities(scores.logits);
    scores.answers = objective.answers(scores.logits);
    if (!examples.areLabelled())
        return scores;
    scores.loss = sum / denominator;
    const at::Tensor byRow =
        (at::cat(losses) * (double(examples.rows()) / denominator)).contiguous();
    scores.row_losses.assign(byRow.const_data_ptr<float>(),
                             byRow.const_data_ptr<float>() + byRow.numel());
    return scores;
}

} // namespace luthier
