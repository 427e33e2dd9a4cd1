// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/validation_event.h"

#include "core/base/or_null.h"
#include "core/data/majority_answer.h"
#include "core/metrics/standard_error.h"

#include <algorithm>

namespace luthier {

namespace {

/// Of accuracy minus that of always giving the most frequent answer, over the same rows: a row
/// counts where only one of the two is right.
std::optional<double> gainStandardError(const RowLabelsView &truth, const RowLabelsView &answers)
{
    const MajorityAnswer majority = majorityOf(truth);
    double gained = 0, lost = 0;
    for (size_t row = 0; row < truth.rows(); ++row) {
        const bool right = std::ranges::equal(truth.of(row), answers.of(row));
        const bool usual = std::ranges::equal(truth.of(row), majority.labels);
        gained += right && !usual;
        lost += usual && !right;
    }
    return standardError(gained - lost, gained + lost, truth.rows());
}

} // namespace

Json validationEvent(int64_t step, const EvaluationScores &scores, const Examples &examples,
                     const Objective &objective, const std::vector<std::string> &labels)
{
    Json event{{"event", "evaluation"},
               {"step", step},
               {"split", "validation"},
               {"eval_loss", scores.loss},
               {"eval_loss_stderr", orNull(standardError(scores.row_losses))}};
    const Json all =
        objective.metrics(examples.truth(), scores.answers.view(), scores.probabilities(), labels);
    // What is one number has a curve; the rest is for the last evaluation.
    for (const auto &[key, value] : all.items())
        if (key != "majority_baseline" && !value.is_structured())
            event[key] = value;
    event["accuracy_gain_stderr"] =
        orNull(gainStandardError(examples.truth(), scores.answers.view()));
    return event;
}

EvaluationRows rowsOf(const EvaluationScores &scores, const Examples &examples)
{
    const at::Tensor logits = scores.logits.contiguous();
    return {.row_ids = examples.row_ids,
            .labels = examples.labels,
            .answers = scores.answers.numbers,
            .label_offsets = examples.label_offsets,
            .answer_offsets = scores.answers.offsets,
            .losses = scores.row_losses,
            .logits = {logits.const_data_ptr<float>(),
                       logits.const_data_ptr<float>() + logits.numel()}};
}

} // namespace luthier
