// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/data/row_labels.h"
#include "core/kernels/tensor.h"

#include <memory>
#include <string>

namespace luthier {

/// What a task makes of a model's scores: the loss, the answers and their quality. The training
/// loop and the evaluation know nothing else of it.
class Objective
{
public:
    virtual ~Objective() = default;

    /// By row, weighted: logits [rows, labels], targets as `targetsOf` gives them -> [rows].
    virtual at::Tensor byRow(const at::Tensor &logits, const at::Tensor &targets) const = 0;
    /// What a sum over these rows is divided by.
    virtual double denominator(const at::Tensor &targets) const = 0;
    /// Of each label, [rows, labels] double.
    virtual at::Tensor probabilities(const at::Tensor &logits) const = 0;
    virtual RowLabels answers(const at::Tensor &logits) const = 0;
    /// By their usual names; `probabilities` [rows, labels]. `majority_baseline` is the accuracy of
    /// always giving the most frequent answer.
    virtual Json metrics(const RowLabelsView &truth, const RowLabelsView &answers,
                         std::span<const double> probabilities,
                         const std::vector<std::string> &labels) const = 0;

    /// Sum over the rows, weighted.
    at::Tensor sum(const at::Tensor &logits, const at::Tensor &targets) const
    {
        return byRow(logits, targets).sum();
    }
};

struct ObjectiveSettings
{
    std::string problem_type = "single_label_classification"; ///< as in transformers' config
    double label_smoothing = 0;
    std::vector<double> class_weights{}; ///< [labels], or empty for equal ones
};

std::unique_ptr<const Objective> objectiveFor(const ObjectiveSettings &settings);

/// The labels of `rows` as a loss takes them: [rows] int64 for one a row, else [rows, labels] with
/// 0 and 1.
at::Tensor targetsOf(const RowLabelsView &labels, std::span<const int64_t> rows,
                     int64_t labelCount);

} // namespace luthier
