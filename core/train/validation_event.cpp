// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/validation_event.h"

#include "core/evaluate/classification_metrics.h"
#include "core/evaluate/standard_error.h"

namespace luthier {

namespace {

Json orNull(const std::optional<double> &value)
{
    return value ? Json(*value) : Json();
}

/// Of accuracy minus that of always giving the most frequent label, over the same rows: a row
/// counts where only one of the two is right.
std::optional<double> gainStandardError(const ClassificationMetrics &metrics)
{
    const auto majority = std::ranges::max_element(metrics.labels, {}, &LabelScores::support);
    if (majority == metrics.labels.end())
        return std::nullopt;
    const auto label = size_t(majority - metrics.labels.begin());
    const int64_t shared = metrics.confusion[label][label];
    const double right = metrics.accuracy * double(metrics.samples);
    const double gained = right - double(shared), lost = double(majority->support - shared);
    return standardError(gained - lost, gained + lost, size_t(metrics.samples));
}

} // namespace

Json validationEvent(int64_t step, const EvaluationScores &scores, const Examples &examples,
                     const std::vector<std::string> &labels)
{
    const auto metrics = classificationMetrics(examples.labels, scores.predicted,
                                               scores.probabilities(), int64_t(labels.size()));
    Json event{{"event", "evaluation"},
               {"step", step},
               {"split", "validation"},
               {"eval_loss", scores.loss},
               {"eval_loss_stderr", orNull(standardError(scores.row_losses))}};
    const Json all = toJson(metrics, labels);
    for (const char *key : {"samples", "accuracy", "f1_macro", "f1_micro", "precision_macro",
                            "recall_macro", "roc_auc", "ece"})
        event[key] = all[key];
    event["accuracy_gain_stderr"] = orNull(gainStandardError(metrics));
    return event;
}

EvaluationRows rowsOf(const EvaluationScores &scores, const Examples &examples)
{
    const at::Tensor logits = scores.logits.contiguous();
    return {.row_ids = examples.row_ids,
            .labels = examples.labels,
            .answers = scores.predicted,
            .losses = scores.row_losses,
            .logits = {logits.const_data_ptr<float>(),
                       logits.const_data_ptr<float>() + logits.numel()}};
}

} // namespace luthier
