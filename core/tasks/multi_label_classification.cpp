// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/multi_label_classification.h"

#include "core/metrics/multi_label_metrics.h"

namespace luthier {

MultiLabelLoss::MultiLabelLoss(std::vector<double> positive_weights)
    : m_weights(std::move(positive_weights))
{
}

at::Tensor MultiLabelLoss::byRow(const at::Tensor &logits, const at::Tensor &targets) const
{
    const auto plain = logits.options().requires_grad(false);
    const at::Tensor weights = m_weights.empty()
                                   ? at::Tensor()
                                   : at::tensor(m_weights, plain.dtype(at::kDouble)).to(plain);
    return at::binary_cross_entropy_with_logits(logits, targets.to(plain), {}, weights,
                                                at::Reduction::None)
        .mean(1);
}

double MultiLabelLoss::denominator(const at::Tensor &targets) const
{
    return double(targets.size(0));
}

at::Tensor MultiLabelLoss::probabilities(const at::Tensor &logits) const
{
    return at::sigmoid(logits.to(at::kDouble));
}

RowLabels MultiLabelLoss::answers(const at::Tensor &logits) const
{
    const at::Tensor values = logits.to(at::kFloat).contiguous();
    const float *at = values.const_data_ptr<float>();
    RowLabels out{.offsets = {0}};
    for (int64_t row = 0; row < values.size(0); ++row) {
        for (int64_t label = 0; label < values.size(1); ++label)
            if (*at++ > 0)
                out.numbers.push_back(label);
        out.offsets.push_back(int64_t(out.numbers.size()));
    }
    return out;
}

Json MultiLabelLoss::metrics(const RowLabelsView &truth, const RowLabelsView &answers,
                             std::span<const double> probabilities,
                             const std::vector<std::string> &labels) const
{
    return toJson(multiLabelMetrics(truth, answers, probabilities, int64_t(labels.size())), labels);
}

std::vector<double> balancedPositiveWeights(std::span<const int64_t> counts, int64_t rows)
{
    std::vector<double> out;
    for (const int64_t count : counts)
        out.push_back(count > 0 && count < rows ? double(rows - count) / double(count) : 1.0);
    return out;
}

} // namespace luthier
