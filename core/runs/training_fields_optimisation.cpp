// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/training_fields.h"

namespace luthier::fields {

namespace {

using Kind = Parameter::Kind;
using Scale = Parameter::Scale;
using S = TrainingSettings;

constexpr double manySteps = 1e9;

} // namespace

std::vector<TrainingField> length()
{
    return {
        {.parameter = {.id = "learning_rate",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Learning rate"),
                       .help = LUTHIER_MESSAGE("How far each step moves the weights."),
                       .reason = LUTHIER_MESSAGE("Each method brings the rate that did best for "
                                                 "it; this one suits full fine-tuning."),
                       .initial = 1e-4,
                       .minimum = 1e-9,
                       .maximum = 1,
                       .scale = Scale::Logarithmic},
         .member = &S::learning_rate,
         .zeroTrainsNothing = true},
        {.parameter = {.id = "new_head_lr_ratio",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Faster new head"),
                       .help = LUTHIER_MESSAGE("A head that the base model lacks starts from "
                                               "random numbers; it and the pooler below it learn "
                                               "at the learning rate times this."),
                       .reason = LUTHIER_MESSAGE("1: this method's rate suits a new head."),
                       .initial = 1.0,
                       .minimum = 0.001,
                       .maximum = 1000,
                       .scale = Scale::Logarithmic,
                       .advanced = true},
         .member = &S::new_head_lr_ratio},
        {.parameter = {.id = "num_train_epochs",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Epochs"),
                       .help = LUTHIER_MESSAGE("How often the training rows are gone through; 1.5 "
                                               "stops in the middle of the second time."),
                       .reason = LUTHIER_MESSAGE("3 is the usual number; early stopping ends "
                                                 "sooner when nothing is gained."),
                       .initial = 3.0,
                       .minimum = 0.001,
                       .maximum = 10000},
         .member = &S::num_train_epochs,
         .zeroTrainsNothing = true},
        {.parameter = {.id = "max_steps",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Step limit"),
                       .help = LUTHIER_MESSAGE("Number of optimiser steps; -1 leaves it to the "
                                               "epochs."),
                       .reason = LUTHIER_MESSAGE("Epochs are easier to compare between data sets."),
                       .initial = -1,
                       .minimum = -1,
                       .maximum = manySteps,
                       .advanced = true},
         .member = &S::max_steps,
         .zeroTrainsNothing = true},
    };
}

std::vector<TrainingField> batches()
{
    return {
        {.parameter = {.id = "per_device_train_batch_size",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Batch size"),
                       .help = LUTHIER_MESSAGE("Rows that are computed at once; smaller needs less "
                                               "memory."),
                       .reason = LUTHIER_MESSAGE("16 short rows fit into the memory of any "
                                                 "machine."),
                       .initial = 16,
                       .minimum = 1,
                       .maximum = 65536,
                       .scale = Scale::Logarithmic,
                       .aliases = {"per_gpu_train_batch_size"}},
         .member = &S::per_device_train_batch_size},
        {.parameter = {.id = "gradient_accumulation_steps",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Accumulation"),
                       .help = LUTHIER_MESSAGE("Batches that are summed up to one step: a large "
                                               "step with little memory."),
                       .reason = LUTHIER_MESSAGE("1: every batch is a step."),
                       .initial = 1,
                       .minimum = 1,
                       .maximum = 65536,
                       .scale = Scale::Logarithmic,
                       .advanced = true},
         .member = &S::gradient_accumulation_steps},
        {.parameter = {.id = "per_device_eval_batch_size",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Validation batch size"),
                       .help = LUTHIER_MESSAGE("Rows that are computed at once while validating; "
                                               "the result does not depend on it."),
                       .reason = LUTHIER_MESSAGE("Without gradients more rows fit than in "
                                                 "training."),
                       .initial = 32,
                       .minimum = 1,
                       .maximum = 65536,
                       .scale = Scale::Logarithmic,
                       .aliases = {"per_gpu_eval_batch_size"},
                       .advanced = true},
         .member = &S::per_device_eval_batch_size},
        {.parameter = {.id = "max_length",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Longest row"),
                       .help = LUTHIER_MESSAGE("Tokens that a row may have; what is longer is cut "
                                               "and counted."),
                       .reason = LUTHIER_MESSAGE("256 tokens hold most mails, reviews and news."),
                       .initial = 256,
                       .minimum = 2,
                       .maximum = 1 << 20,
                       .scale = Scale::Logarithmic,
                       .aliases = {"max_seq_length"}},
         .member = &S::max_length},
    };
}

std::vector<TrainingField> schedule()
{
    return {
        {.parameter = {.id = "lr_scheduler_type",
                       .kind = Kind::Choice,
                       .label = LUTHIER_MESSAGE("Schedule"),
                       .help = LUTHIER_MESSAGE("How the learning rate changes over the run."),
                       .reason = LUTHIER_MESSAGE("A rate that falls to zero ends calmly; linear is "
                                                 "transformers' default."),
                       .initial = "linear",
                       .choices = {"linear", "cosine", "constant", "constant_with_warmup"}},
         .member = &S::lr_scheduler_type,
         .notBuilt = {"polynomial", "cosine_with_restarts", "cosine_with_min_lr", "inverse_sqrt",
                      "reduce_lr_on_plateau", "warmup_stable_decay"}},
        {.parameter = {.id = "warmup_steps",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Warm-up"),
                       .help = LUTHIER_MESSAGE("Steps in which the rate rises from zero; below 1 "
                                               "it is a share of all steps."),
                       .reason = LUTHIER_MESSAGE("A short rise protects the pre-trained weights "
                                                 "from a new head's first gradients."),
                       .initial = 0.06,
                       .minimum = 0,
                       .maximum = manySteps,
                       .aliases = {"warmup_ratio"},
                       .advanced = true},
         .member = &S::warmup_steps},
    };
}

std::vector<TrainingField> optimizer()
{
    return {
        {.parameter = {.id = "optim",
                       .kind = Kind::Choice,
                       .label = LUTHIER_MESSAGE("Optimiser"),
                       .help = LUTHIER_MESSAGE("The rule by which gradients move weights."),
                       .reason = LUTHIER_MESSAGE("AdamW is what nearly all published recipes use."),
                       .initial = "adamw_torch_fused",
                       .choices = {"adamw_torch_fused"},
                       .advanced = true},
         .member = &S::optim,
         .notBuilt = {"sgd", "adafactor", "adagrad", "rmsprop", "lion_32bit", "adamw_8bit",
                      "adamw_bnb_8bit", "paged_adamw_8bit"},
         .spellings = {{"adamw", "adamw_torch_fused"},
                       {"adamw_torch", "adamw_torch_fused"},
                       {"adamw_hf", "adamw_torch_fused"}}},
        {.parameter = {.id = "weight_decay",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Weight decay"),
                       .help = LUTHIER_MESSAGE("Pulls weights towards zero; biases and norms are "
                                               "spared."),
                       .reason = LUTHIER_MESSAGE("A little decay costs nothing and tames long "
                                                 "runs."),
                       .initial = 0.01,
                       .minimum = 0,
                       .maximum = 10,
                       .advanced = true},
         .member = &S::weight_decay},
        {.parameter = {.id = "adam_beta1",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Adam beta 1"),
                       .help = LUTHIER_MESSAGE("How long the average of the gradients remembers."),
                       .reason = LUTHIER_MESSAGE("0.9 as in the paper."),
                       .initial = 0.9,
                       .minimum = 0,
                       .maximum = 0.999999,
                       .advanced = true},
         .member = &S::adam_beta1},
        {.parameter = {.id = "adam_beta2",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Adam beta 2"),
                       .help = LUTHIER_MESSAGE("How long the average of their squares remembers."),
                       .reason = LUTHIER_MESSAGE("0.999 as in the paper."),
                       .initial = 0.999,
                       .minimum = 0,
                       .maximum = 0.999999,
                       .advanced = true},
         .member = &S::adam_beta2},
        {.parameter = {.id = "adam_epsilon",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Adam epsilon"),
                       .help = LUTHIER_MESSAGE("Keeps the division by small averages bounded."),
                       .reason = LUTHIER_MESSAGE("1e-8 as in the paper."),
                       .initial = 1e-8,
                       .minimum = 1e-15,
                       .maximum = 1,
                       .scale = Scale::Logarithmic,
                       .advanced = true},
         .member = &S::adam_epsilon},
        {.parameter = {.id = "max_grad_norm",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Gradient clipping"),
                       .help = LUTHIER_MESSAGE("Longest gradient that a step follows; 0 clips "
                                               "nothing."),
                       .reason = LUTHIER_MESSAGE("1 keeps one odd batch from undoing the others."),
                       .initial = 1.0,
                       .minimum = 0,
                       .maximum = 1e6,
                       .advanced = true},
         .member = &S::max_grad_norm},
    };
}

} // namespace luthier::fields
