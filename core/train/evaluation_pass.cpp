// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/evaluation_pass.h"

#include "core/base/error.h"

#include <numeric>

namespace luthier {

std::vector<double> EvaluationScores::probabilities(int64_t row) const
{
    const at::Tensor values = at::softmax(logits[row].to(at::kDouble), 0).contiguous();
    return {values.const_data_ptr<double>(), values.const_data_ptr<double>() + values.numel()};
}

EvaluationScores evaluateRows(const Model &model, const Examples &examples,
                              const ClassificationLoss &loss, int64_t rowsPerBatch,
                              std::stop_token stop)
{
    const at::NoGradGuard noGraph;
    std::vector<at::Tensor> parts;
    double sum = 0;
    for (int64_t row = 0; row < examples.rows();) {
        if (stop.stop_requested())
            throw failure("train.stopped", LUTHIER_MESSAGE("Stopped by the user."), {},
                          Error::Code::Cancelled);
        std::vector<int64_t> rows(size_t(std::min(rowsPerBatch, examples.rows() - row)));
        std::iota(rows.begin(), rows.end(), row);
        row += int64_t(rows.size());
        parts.push_back(model.logits(batchOf(examples, rows, 0), {}));
        if (!examples.labels.empty())
            sum += loss.sum(parts.back(), labelsOf(examples, rows)).item<double>();
    }
    EvaluationScores scores;
    scores.logits = at::cat(parts);
    const at::Tensor best = scores.logits.argmax(1).contiguous();
    scores.predicted.assign(best.const_data_ptr<int64_t>(),
                            best.const_data_ptr<int64_t>() + best.numel());
    if (!examples.labels.empty())
        scores.loss = sum / loss.denominator(examples.labels);
    return scores;
}

} // namespace luthier
