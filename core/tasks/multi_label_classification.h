// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/objective.h"

namespace luthier {

/// Any number of labels a row: binary cross-entropy of each label's score, its mean over rows and
/// labels, as transformers does it for this problem_type (torch's BCEWithLogitsLoss); a label's
/// weight multiplies the loss of the rows that have it (`pos_weight`). A label is answered when its
/// probability is above one half.
class MultiLabelLoss : public Objective
{
public:
    /// `positive_weights` [labels], or empty for equal weights.
    explicit MultiLabelLoss(std::vector<double> positive_weights = {});

    at::Tensor byRow(const at::Tensor &logits, const at::Tensor &targets) const override;
    double denominator(const at::Tensor &targets) const override;
    at::Tensor probabilities(const at::Tensor &logits) const override;
    RowLabels answers(const at::Tensor &logits) const override;
    Json metrics(const RowLabelsView &truth, const RowLabelsView &answers,
                 std::span<const double> probabilities,
                 const std::vector<std::string> &labels) const override;

private:
    std::vector<double> m_weights;
};

/// Weights for "balanced": rows without the label / rows with it, as torch's BCEWithLogitsLoss
/// advises; 1 for a label that no row has. `counts`: rows with each label.
std::vector<double> balancedPositiveWeights(std::span<const int64_t> counts, int64_t rows);

} // namespace luthier
