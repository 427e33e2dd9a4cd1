// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/objective.h"

#include "core/runs/problem_type.h"
#include "core/tasks/multi_label_classification.h"
#include "core/tasks/text_classification.h"

#include <algorithm>

namespace luthier {

std::unique_ptr<const Objective> objectiveFor(const ObjectiveSettings &settings)
{
    if (settings.problem_type == multiLabelProblem)
        return std::make_unique<MultiLabelLoss>(settings.class_weights);
    return std::make_unique<ClassificationLoss>(settings.label_smoothing, settings.class_weights);
}

at::Tensor targetsOf(const RowLabelsView &labels, std::span<const int64_t> rows, int64_t labelCount)
{
    if (labels.offsets.empty()) {
        at::Tensor out = at::empty({int64_t(rows.size())}, at::kLong);
        std::ranges::transform(rows, out.mutable_data_ptr<int64_t>(),
                               [&](int64_t row) { return labels.numbers[size_t(row)]; });
        return out;
    }
    at::Tensor out = at::zeros({int64_t(rows.size()), labelCount}, at::kLong);
    int64_t *at = out.mutable_data_ptr<int64_t>();
    for (const int64_t row : rows) {
        for (const int64_t label : labels.of(size_t(row)))
            at[label] = 1;
        at += labelCount;
    }
    return out;
}

} // namespace luthier
