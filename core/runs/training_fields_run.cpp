// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/problem_type.h"
#include "core/runs/training_fields.h"

namespace luthier::fields {

namespace {

using Kind = Parameter::Kind;
using S = TrainingSettings;

constexpr double manySteps = 1e9;

} // namespace

std::vector<TrainingField> regularisation()
{
    return {
        {.parameter = {.id = "label_smoothing_factor",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Label smoothing"),
                       .help = LUTHIER_MESSAGE("Share of the target that is spread over all "
                                               "labels."),
                       .reason = LUTHIER_MESSAGE("0: labels are taken at their word."),
                       .initial = 0.0,
                       .minimum = 0,
                       .maximum = 0.99,
                       .advanced = true},
         .member = &S::label_smoothing_factor},
        {.parameter = {.id = "class_weights",
                       .kind = Kind::Choice,
                       .label = LUTHIER_MESSAGE("Class weights"),
                       .help = LUTHIER_MESSAGE("balanced lets rare labels count as much as "
                                               "frequent ones; an object gives each label's "
                                               "weight."),
                       .reason = LUTHIER_MESSAGE("none: every row counts the same."),
                       .initial = "none",
                       .choices = {"none", "balanced"},
                       .advanced = true},
         .member = &S::class_weights},
        {.parameter = {.id = "dropout",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Dropout"),
                       .help = LUTHIER_MESSAGE("Share of activations that each step leaves out."),
                       .reason = LUTHIER_MESSAGE("Empty: as the model was pre-trained."),
                       .initial = nullptr,
                       .minimum = 0,
                       .maximum = 0.95,
                       .advanced = true},
         .member = &S::dropout},
        {.parameter = {.id = "frozen_dropout",
                       .kind = Kind::Flag,
                       .label = LUTHIER_MESSAGE("Dropout in frozen blocks"),
                       .help = LUTHIER_MESSAGE("Blocks below the lowest trained one drop out too, "
                                               "so that they cannot be cached."),
                       .reason = LUTHIER_MESSAGE("Off: what does not change is computed once."),
                       .initial = false,
                       .advanced = true},
         .member = &S::frozen_dropout},
        {.parameter = {.id = "problem_type",
                       .kind = Kind::Choice,
                       .label = LUTHIER_MESSAGE("Kind of answer"),
                       .help = LUTHIER_MESSAGE("Whether a row has one label or several."),
                       .reason = LUTHIER_MESSAGE("One label for each row is the usual case."),
                       .initial = "single_label_classification",
                       .choices = {"single_label_classification", multiLabelProblem},
                       .advanced = true},
         .member = &S::problem_type,
         .notBuilt = {"regression"}},
    };
}

std::vector<TrainingField> order()
{
    return {
        {.parameter = {.id = "seed",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Seed"),
                       .help = LUTHIER_MESSAGE("Starting point of all random numbers; equal seeds "
                                               "give equal runs."),
                       .reason = LUTHIER_MESSAGE("Any number does; 42 is transformers' default."),
                       .initial = 42,
                       .minimum = 0,
                       .maximum = 4294967295.0,
                       .advanced = true},
         .member = &S::seed},
        {.parameter = {.id = "shuffle",
                       .kind = Kind::Flag,
                       .label = LUTHIER_MESSAGE("Shuffle"),
                       .help = LUTHIER_MESSAGE("Each epoch goes through the rows in another "
                                               "order."),
                       .reason = LUTHIER_MESSAGE("Files are often sorted by label, which would "
                                                 "mislead training."),
                       .initial = true,
                       .advanced = true},
         .member = &S::shuffle},
        {.parameter = {.id = "length_grouping",
                       .kind = Kind::Flag,
                       .label = LUTHIER_MESSAGE("Group by length"),
                       .help = LUTHIER_MESSAGE("Puts rows of like length into one batch; it "
                                               "changes what a step sees."),
                       .reason = LUTHIER_MESSAGE("It cost 4 to 8 points of accuracy in one epoch "
                                                 "in a trial, and padding is left out anyway."),
                       .initial = false,
                       .aliases = {"group_by_length"},
                       .advanced = true},
         .member = &S::length_grouping},
    };
}

std::vector<TrainingField> validation()
{
    return {
        {.parameter = {.id = "eval_steps",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Validate every"),
                       .help = LUTHIER_MESSAGE("Steps between two validations; auto keeps them "
                                               "below 15 % of the work."),
                       .reason = LUTHIER_MESSAGE("auto sees overfitting early without slowing the "
                                                 "run."),
                       .initial = "auto",
                       .minimum = 1,
                       .maximum = manySteps,
                       .choices = {"auto"},
                       .advanced = true},
         .member = &S::eval_steps},
        {.parameter = {.id = "early_stopping_patience",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Patience"),
                       .help = LUTHIER_MESSAGE("Validations without a gain after which the run "
                                               "ends; 0 never ends it early."),
                       .reason = LUTHIER_MESSAGE("5 forgives a few bad validations and still saves "
                                                 "the time of overfitting."),
                       .initial = 5,
                       .minimum = 0,
                       .maximum = 100000},
         .member = &S::early_stopping_patience},
        {.parameter = {.id = "early_stopping_threshold",
                       .kind = Kind::Number,
                       .label = LUTHIER_MESSAGE("Smallest gain"),
                       .help = LUTHIER_MESSAGE("By how much the metric must improve to count as a "
                                               "gain."),
                       .reason = LUTHIER_MESSAGE("0: every gain counts."),
                       .initial = 0.0,
                       .minimum = 0,
                       .maximum = 1e6,
                       .advanced = true},
         .member = &S::early_stopping_threshold},
        {.parameter = {.id = "metric_for_best_model",
                       .kind = Kind::Choice,
                       .label = LUTHIER_MESSAGE("Metric of the best model"),
                       .help = LUTHIER_MESSAGE("What decides which validation was the best."),
                       .reason = LUTHIER_MESSAGE("The loss shows overfitting before the accuracy "
                                                 "does."),
                       .initial = "eval_loss",
                       .choices = {"eval_loss", "eval_accuracy", "eval_f1_macro", "eval_f1_micro",
                                   "eval_precision_macro", "eval_recall_macro"},
                       .advanced = true},
         .member = &S::metric_for_best_model,
         .notBuilt = {"eval_roc_auc", "eval_ece", "eval_perplexity"},
         .spellings = {{"loss", "eval_loss"},
                       {"accuracy", "eval_accuracy"},
                       {"f1_macro", "eval_f1_macro"},
                       {"f1_micro", "eval_f1_micro"},
                       {"precision_macro", "eval_precision_macro"},
                       {"recall_macro", "eval_recall_macro"}}},
        {.parameter = {.id = "greater_is_better",
                       .kind = Kind::Flag,
                       .label = LUTHIER_MESSAGE("Higher is better"),
                       .help = LUTHIER_MESSAGE("Whether a higher value of that metric is a better "
                                               "model."),
                       .reason = LUTHIER_MESSAGE("Empty: no for losses, yes for all else."),
                       .initial = nullptr,
                       .advanced = true},
         .member = &S::greater_is_better},
    };
}

std::vector<TrainingField> saving()
{
    return {
        {.parameter = {.id = "save_steps",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Save every"),
                       .help = LUTHIER_MESSAGE("Steps between two checkpoints; 0 saves none on the "
                                               "way."),
                       .reason = LUTHIER_MESSAGE("A crash then costs a few minutes."),
                       .initial = 200,
                       .minimum = 0,
                       .maximum = manySteps,
                       .advanced = true},
         .member = &S::save_steps},
        {.parameter = {.id = "save_total_limit",
                       .kind = Kind::Whole,
                       .label = LUTHIER_MESSAGE("Checkpoints kept"),
                       .help = LUTHIER_MESSAGE("Older ones are removed; 0 keeps all."),
                       .reason = LUTHIER_MESSAGE("2: one to go on from when the newest is "
                                                 "damaged."),
                       .initial = 2,
                       .minimum = 0,
                       .maximum = 1e6,
                       .advanced = true},
         .member = &S::save_total_limit},
    };
}

std::vector<TrainingField> machine()
{
    return {
        {.parameter = {.id = "device",
                       .kind = Kind::Choice,
                       .label = LUTHIER_MESSAGE("Device"),
                       .help = LUTHIER_MESSAGE("What computes: the processor or a graphics card."),
                       .reason = LUTHIER_MESSAGE("The processor is always there."),
                       .initial = "cpu",
                       .choices = {"cpu"},
                       .advanced = true},
         .member = &S::device,
         .notBuilt = {"cuda", "mps", "xpu"},
         .spellings = {{"auto", "cpu"}}},
        {.parameter = {.id = "precision",
                       .kind = Kind::Choice,
                       .label = LUTHIER_MESSAGE("Precision"),
                       .help = LUTHIER_MESSAGE("Number format of weights and activations."),
                       .reason = LUTHIER_MESSAGE("auto is fp32, which is exact and fast on every "
                                                 "processor."),
                       .initial = "auto",
                       .choices = {"auto", "fp32"},
                       .advanced = true},
         .member = &S::precision,
         .notBuilt = {"bf16", "fp16", "fp8", "int8", "nf4"},
         .spellings = {{"float32", "fp32"}}},
        {.parameter = {.id = "gradient_checkpointing",
                       .kind = Kind::Flag,
                       .label = LUTHIER_MESSAGE("Gradient checkpointing"),
                       .help = LUTHIER_MESSAGE("Computes activations twice to need less memory."),
                       .reason = LUTHIER_MESSAGE("Off: it costs a third more time."),
                       .initial = false,
                       .advanced = true},
         .member = &S::gradient_checkpointing,
         .notBuilt = {"true"}},
    };
}

} // namespace luthier::fields
