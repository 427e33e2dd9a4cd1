// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <optional>
#include <string>

namespace luthier {

/// "training" of run.json; names and meaning as transformers' TrainingArguments have them, where
/// they do. An object made by hand holds zeros: `trainingDefaults` gives usable values.
struct TrainingSettings
{
    double learning_rate = 0;
    double new_head_lr_ratio = 0; ///< of a head made new, times learning_rate
    double num_train_epochs = 0;
    int64_t max_steps = 0; ///< -1: as num_train_epochs says
    int64_t per_device_train_batch_size = 0;
    int64_t per_device_eval_batch_size = 0;
    int64_t gradient_accumulation_steps = 0;

    std::string lr_scheduler_type;
    double warmup_steps = 0; ///< below 1: a share of all steps, rounded up

    std::string optim;
    double weight_decay = 0;
    double adam_beta1 = 0;
    double adam_beta2 = 0;
    double adam_epsilon = 0;
    double max_grad_norm = 0; ///< 0: no clipping

    double label_smoothing_factor = 0;
    Json class_weights;            ///< "none", "balanced" or an object of label and weight
    std::optional<double> dropout; ///< nothing: as the model's config says
    bool frozen_dropout = false;   ///< frozen blocks below the lowest trained one drop out too
    std::string problem_type;

    int64_t max_length = 0; ///< tokens of a row, special ones included
    bool shuffle = false;
    bool length_grouping = false;
    uint64_t seed = 0;

    std::optional<int64_t> eval_steps;   ///< nothing: "auto", computed from token counts
    int64_t save_steps = 0;              ///< 0: no checkpoints on the way
    int64_t save_total_limit = 0;        ///< 0: all are kept
    int64_t early_stopping_patience = 0; ///< evaluations without a gain; 0: off
    double early_stopping_threshold = 0;
    std::string metric_for_best_model;     ///< "eval_loss", "eval_accuracy", ...
    std::optional<bool> greater_is_better; ///< nothing: follows from the metric

    std::string precision;
    std::string device;
    bool gradient_checkpointing = false;

    /// True when a higher value of the metric is a better model (all but losses).
    bool greaterIsBetter() const;
    /// The metric's key in an "evaluation" event: "eval_loss", "accuracy", "f1_macro", ...
    std::string metricKey() const;

    bool operator==(const TrainingSettings &) const = default;
};

/// What can only be said when the number of steps is known: throws an Error when the warm-up
/// is longer than the run.
void checkAgainstSteps(const TrainingSettings &settings, int64_t totalSteps);

} // namespace luthier
