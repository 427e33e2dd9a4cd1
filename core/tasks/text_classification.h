// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/kernels/tensor.h"

namespace luthier {

/// Softmax cross-entropy over one label a row, with label smoothing as transformers' LabelSmoother
/// does it
/// ((1 - e) nll + e mean over labels) and class weights as torch's CrossEntropyLoss does it.
class ClassificationLoss
{
public:
    /// `class_weights` [labels], or empty for equal weights.
    ClassificationLoss(double label_smoothing, std::vector<double> class_weights);

    /// By row, weighted: logits [rows, labels], labels [rows] int64 -> [rows].
    at::Tensor byRow(const at::Tensor &logits, const at::Tensor &labels) const;
    /// Sum over the rows, weighted: logits [rows, labels], labels [rows] int64 -> scalar.
    at::Tensor sum(const at::Tensor &logits, const at::Tensor &labels) const;
    /// What a sum over these labels is divided by: their weights' sum.
    double denominator(std::span<const int64_t> labels) const;

private:
    double m_smoothing;
    std::vector<double> m_weights;
};

/// Weights for "balanced": rows / (labels * rows of the label), as scikit-learn.
std::vector<double> balancedWeights(std::span<const int64_t> counts);

} // namespace luthier
