// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/text_classification.h"

#include "core/base/message.h"
#include "core/metrics/classification_metrics.h"
#include "core/tasks/catalog.h"

#include <numeric>

namespace luthier {

ClassificationLoss::ClassificationLoss(double label_smoothing, std::vector<double> class_weights)
    : m_smoothing(label_smoothing), m_weights(std::move(class_weights))
{
}

at::Tensor ClassificationLoss::byRow(const at::Tensor &logits, const at::Tensor &labels) const
{
    const at::Tensor logProbabilities = at::log_softmax(logits, 1);
    at::Tensor perRow = -logProbabilities.gather(1, labels.unsqueeze(1)).squeeze(1);
    if (m_smoothing > 0)
        perRow = perRow * (1 - m_smoothing) - logProbabilities.mean(1) * m_smoothing;
    if (!m_weights.empty())
        perRow =
            perRow *
            at::tensor(m_weights, logits.options().requires_grad(false)).index_select(0, labels);
    return perRow;
}

double ClassificationLoss::denominator(std::span<const int64_t> labels) const
{
    if (m_weights.empty())
        return double(labels.size());
    return std::accumulate(labels.begin(), labels.end(), 0.0, [this](double sum, int64_t label) {
        return sum + m_weights[size_t(label)];
    });
}

double ClassificationLoss::denominator(const at::Tensor &labels) const
{
    return denominator({labels.const_data_ptr<int64_t>(), size_t(labels.numel())});
}

at::Tensor ClassificationLoss::probabilities(const at::Tensor &logits) const
{
    return at::softmax(logits.to(at::kDouble), 1);
}

RowLabels ClassificationLoss::answers(const at::Tensor &logits) const
{
    const at::Tensor best = logits.argmax(1).contiguous();
    return {
        .numbers = {best.const_data_ptr<int64_t>(), best.const_data_ptr<int64_t>() + best.numel()}};
}

Json ClassificationLoss::metrics(const RowLabelsView &truth, const RowLabelsView &answers,
                                 std::span<const double> probabilities,
                                 const std::vector<std::string> &labels) const
{
    return toJson(classificationMetrics(truth.numbers, answers.numbers, probabilities,
                                        int64_t(labels.size())),
                  labels);
}

std::vector<double> balancedWeights(std::span<const int64_t> counts)
{
    const double rows = double(std::accumulate(counts.begin(), counts.end(), int64_t(0)));
    std::vector<double> out;
    for (const int64_t count : counts)
        out.push_back(count > 0 ? rows / (double(counts.size()) * double(count)) : 0.0);
    return out;
}

Descriptor textClassificationTask()
{
    return {.id = "text-classification",
            .name = LUTHIER_MESSAGE("Text classification"),
            .summary = LUTHIER_MESSAGE("Gives each text one of several labels.")};
}

} // namespace luthier
