// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/objective.h"

namespace luthier {

/// Softmax cross-entropy over one label a row, with label smoothing as transformers' LabelSmoother
/// does it
/// ((1 - e) nll + e mean over labels) and class weights as torch's CrossEntropyLoss does it.
class ClassificationLoss : public Objective
{
public:
    /// `class_weights` [labels], or empty for equal weights.
    ClassificationLoss(double label_smoothing, std::vector<double> class_weights);

    at::Tensor byRow(const at::Tensor &logits, const at::Tensor &labels) const override;
    /// The labels' weights, summed up.
    double denominator(std::span<const int64_t> labels) const;
    double denominator(const at::Tensor &labels) const override;
    at::Tensor probabilities(const at::Tensor &logits) const override;
    RowLabels answers(const at::Tensor &logits) const override;
    Json metrics(const RowLabelsView &truth, const RowLabelsView &answers,
                 std::span<const double> probabilities,
                 const std::vector<std::string> &labels) const override;

private:
    double m_smoothing;
    std::vector<double> m_weights;
};

/// Weights for "balanced": rows / (labels * rows of the label), as scikit-learn.
std::vector<double> balancedWeights(std::span<const int64_t> counts);

} // namespace luthier
