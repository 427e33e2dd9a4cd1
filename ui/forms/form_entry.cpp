// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form_entry.h"

#include "core/data/split.h"
#include "core/runs/training_parameters.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace luthier {

namespace {

struct Place
{
    const char *id;
    const char *group;
    const char *unit = "";
    bool simple = false;
};

constexpr const char *lengthGroup = QT_TRANSLATE_NOOP("Messages", "Length and rate");
constexpr const char *batchGroup = QT_TRANSLATE_NOOP("Messages", "Batches and rows");
constexpr const char *validationGroup = QT_TRANSLATE_NOOP("Messages", "Validation and best step");
constexpr const char *splitGroup = QT_TRANSLATE_NOOP("Messages", "Parts of the data");
constexpr const char *regularGroup = QT_TRANSLATE_NOOP("Messages", "Against learning by heart");
constexpr const char *optimiserGroup = QT_TRANSLATE_NOOP("Messages", "Optimiser");
constexpr const char *savingGroup = QT_TRANSLATE_NOOP("Messages", "Saving and computing");

constexpr const char *rows = QT_TRANSLATE_NOOP("Units", "rows");
constexpr const char *steps = QT_TRANSLATE_NOOP("Units", "steps");
constexpr const char *tokens = QT_TRANSLATE_NOOP("Units", "tokens");
constexpr const char *times = QT_TRANSLATE_NOOP("Units", "validations");

/// In the order of the form. A setting that is not named here comes last of all.
constexpr std::array places{
    Place{"num_train_epochs", lengthGroup, "", true},
    Place{"per_device_train_batch_size", batchGroup, rows, true},
    Place{"learning_rate", lengthGroup, "", true},
    Place{"max_length", batchGroup, tokens, true},
    Place{"validation", splitGroup, "%", true},
    Place{"early_stopping_patience", validationGroup, times, true},
    Place{"max_steps", lengthGroup, steps},
    Place{"lr_scheduler_type", lengthGroup},
    Place{"warmup_steps", lengthGroup},
    Place{"gradient_accumulation_steps", batchGroup},
    Place{"per_device_eval_batch_size", batchGroup, rows},
    Place{"shuffle", batchGroup},
    Place{"length_grouping", batchGroup},
    Place{"seed", batchGroup},
    Place{"test", splitGroup, "%"},
    Place{"stratify", splitGroup},
    Place{"split_seed", splitGroup},
    Place{"eval_steps", validationGroup, steps},
    Place{"early_stopping_threshold", validationGroup},
    Place{"metric_for_best_model", validationGroup},
    Place{"greater_is_better", validationGroup},
    Place{"dropout", regularGroup},
    Place{"frozen_dropout", regularGroup},
    Place{"label_smoothing_factor", regularGroup},
    Place{"class_weights", regularGroup},
    Place{"weight_decay", regularGroup},
    Place{"new_head_lr_ratio", optimiserGroup},
    Place{"optim", optimiserGroup},
    Place{"adam_beta1", optimiserGroup},
    Place{"adam_beta2", optimiserGroup},
    Place{"adam_epsilon", optimiserGroup},
    Place{"max_grad_norm", optimiserGroup},
    Place{"save_steps", savingGroup, steps},
    Place{"save_total_limit", savingGroup},
    Place{"precision", savingGroup},
    Place{"device", savingGroup},
    Place{"gradient_checkpointing", savingGroup},
    Place{"problem_type", savingGroup},
};

constexpr double longestShare = 0.9;
constexpr double largestSeed = 4294967295.0;

/// "dataset.split" of run.json (core/runs/dataset_settings.cpp reads it).
std::vector<FormEntry> splitSettings()
{
    const SplitOptions initial;
    using Kind = Parameter::Kind;
    return {
        {{.id = "validation",
          .kind = Kind::Number,
          .label = QT_TRANSLATE_NOOP("Messages", "Validation share"),
          .help = QT_TRANSLATE_NOOP("Messages",
                                    "Share of the rows that are checked on, never learned from."),
          .reason =
              QT_TRANSLATE_NOOP("Messages", "enough rows to tell a better step from a lucky one."),
          .initial = initial.validation,
          .minimum = 0.001,
          .maximum = longestShare},
         "/dataset/split/validation"},
        {{.id = "test",
          .kind = Kind::Number,
          .label = QT_TRANSLATE_NOOP("Messages", "Test share"),
          .help =
              QT_TRANSLATE_NOOP("Messages", "Share of the rows for the last test, scored once."),
          .reason =
              QT_TRANSLATE_NOOP("Messages", "as many as for validation; 0 leaves the test out."),
          .initial = 0.15,
          .minimum = 0,
          .maximum = longestShare},
         "/dataset/split/test"},
        {{.id = "stratify",
          .kind = Kind::Flag,
          .label = QT_TRANSLATE_NOOP("Messages", "Same label shares"),
          .help = QT_TRANSLATE_NOOP("Messages", "Every part has the same share of each label."),
          .reason = QT_TRANSLATE_NOOP("Messages", "On: a rare label is then in every part."),
          .initial = initial.stratify},
         "/dataset/split/stratify"},
        {{.id = "split_seed",
          .kind = Kind::Whole,
          .label = QT_TRANSLATE_NOOP("Messages", "Seed of the split"),
          .help = QT_TRANSLATE_NOOP("Messages", "Equal seeds cut the same rows."),
          .reason = QT_TRANSLATE_NOOP("Messages", "Any number does."),
          .initial = initial.seed,
          .minimum = 0,
          .maximum = largestSeed},
         "/dataset/split/seed"},
    };
}

/// Place in the form; the number of places when the setting has none.
size_t orderOf(const FormEntry &entry)
{
    return size_t(
        std::ranges::find_if(
            places, [&entry](const Place &place) { return entry.parameter.id == place.id; }) -
        places.begin());
}

} // namespace

std::vector<FormEntry> settingsOf(const Descriptor &method, const ModelSize &model)
{
    std::vector<FormEntry> general = splitSettings();
    for (const Parameter &parameter : trainingParameters(&method, model))
        general.push_back({parameter, "/training/" + parameter.id});
    std::ranges::stable_sort(general, {}, orderOf);
    for (FormEntry &entry : general) {
        const size_t at = orderOf(entry);
        entry.group = at < places.size() ? places[at].group : savingGroup;
        entry.unit = at < places.size() ? places[at].unit : "";
        entry.simple = at < places.size() && places[at].simple;
    }
    std::vector<FormEntry> out;
    for (const Parameter &parameter : method.parameters)
        // A training key in a method's list is a default, not a setting of the method.
        if (std::ranges::none_of(general, [&](const FormEntry &entry) {
                return entry.pointer == "/training/" + parameter.id;
            }))
            out.push_back({parameter, "/method/" + parameter.id, method.name});
    std::ranges::move(general, std::back_inserter(out));
    return out;
}

} // namespace luthier
