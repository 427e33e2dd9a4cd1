// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/choice_words.h"

#include "core/train/schedule.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace luthier {

namespace {

struct Words
{
    const char *value;
    const char *text;
};

/// What no catalog names.
constexpr std::array known{
    Words{"auto", QT_TRANSLATE_NOOP("Choices", "Automatic")},
    Words{"none", QT_TRANSLATE_NOOP("Choices", "None")},
    Words{"balanced", QT_TRANSLATE_NOOP("Choices", "Balanced")},
    Words{"adamw_torch_fused", QT_TRANSLATE_NOOP("Choices", "AdamW")},
    Words{"cpu", QT_TRANSLATE_NOOP("Choices", "Processor")},
    Words{"fp32", QT_TRANSLATE_NOOP("Choices", "fp32")},
    Words{"architecture", QT_TRANSLATE_NOOP("Choices", "The model's own")},
    Words{"mean", QT_TRANSLATE_NOOP("Choices", "Mean of all tokens")},
    Words{"single_label_classification", QT_TRANSLATE_NOOP("Choices", "One label a row")},
    Words{"multi_label_classification", QT_TRANSLATE_NOOP("Choices", "Several labels a row")},
    Words{"eval_loss", QT_TRANSLATE_NOOP("Choices", "Validation loss")},
    Words{"eval_accuracy", QT_TRANSLATE_NOOP("Choices", "Accuracy")},
    Words{"eval_f1_macro", QT_TRANSLATE_NOOP("Choices", "F1, mean over labels")},
    Words{"eval_f1_micro", QT_TRANSLATE_NOOP("Choices", "F1 over all rows")},
    Words{"eval_precision_macro", QT_TRANSLATE_NOOP("Choices", "Precision, mean over labels")},
    Words{"eval_recall_macro", QT_TRANSLATE_NOOP("Choices", "Recall, mean over labels")},
    Words{"true", QT_TRANSLATE_NOOP("Choices", "Yes")},
    Words{"false", QT_TRANSLATE_NOOP("Choices", "No")},
    Words{"null", QT_TRANSLATE_NOOP("Choices", "Automatic")},
};

} // namespace

QString choiceWords(const Json &value)
{
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    const auto found =
        std::ranges::find_if(known, [&text](const Words &words) { return text == words.value; });
    if (found != known.end())
        return QCoreApplication::translate("Choices", found->text);
    for (const Descriptor &schedule : schedules())
        if (schedule.id == text)
            return words::of(schedule.name);
    return QString::fromStdString(text);
}

bool isChoice(const Parameter &parameter, const Json &value)
{
    return value.is_string() && std::ranges::count(parameter.choices, value.get<std::string>()) > 0;
}

} // namespace luthier
