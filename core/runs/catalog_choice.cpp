// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/catalog_choice.h"

#include "core/runs/nearest_key.h"
#include "core/runs/setting_check.h"

#include <algorithm>

namespace luthier {

namespace {

const std::vector<std::string> plannedMethods{
    "full",    "freeze",        "feature-extraction", "lora", "qlora",
    "adapter", "prefix-tuning", "prompt-tuning",      "ia3",  "bitfit"};
const std::vector<std::string> plannedTasks{"text-classification", "token-classification",
                                            "text-regression",     "text-similarity",
                                            "question-answering",  "causal-lm",
                                            "seq2seq-lm",          "masked-lm",
                                            "preference",          "image-classification",
                                            "object-detection",    "audio-classification"};

/// "PROMPT_TUNING" is "prompt-tuning".
std::string plainId(std::string id)
{
    for (char &c : id)
        c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return id;
}

std::vector<std::string> idsOf(std::span<const Descriptor> catalog)
{
    std::vector<std::string> ids;
    std::ranges::transform(catalog, std::back_inserter(ids), &Descriptor::id);
    return ids;
}

const Descriptor &chosen(const Json &value, const std::string &key,
                         std::span<const Descriptor> catalog,
                         const std::vector<std::string> &planned)
{
    const Parameter asText{.id = key, .kind = Parameter::Kind::Text, .initial = ""};
    const std::string id = plainId(checkedValue(asText, value, key));
    const auto found = std::ranges::find(catalog, id, &Descriptor::id);
    if (found != catalog.end())
        return *found;
    if (std::ranges::count(planned, id) > 0)
        throw notBuilt(key, id, {.id = key, .initial = "", .choices = idsOf(catalog)});
    throw failure(
        "settings.unknown_id",
        LUTHIER_MESSAGE("{key} is {value}, which is unknown; the nearest is {nearest}."),
        {{"key", key}, {"value", shown(value)}, {"nearest", nearestKey(id, idsOf(catalog))}});
}

} // namespace

const Descriptor &chosenMethod(const Json &method, std::span<const Descriptor> methods)
{
    for (const char *key : {"type", "peft_type"})
        if (const auto found = method.find(key); found != method.end())
            return chosen(*found, "method.type", methods, plannedMethods);
    if (methods.empty())
        throw failure("settings.no_methods",
                      LUTHIER_MESSAGE("This build has no fine-tuning method."), {},
                      Error::Code::Failed);
    return methods.front();
}

const Descriptor &chosenTask(const Json &task, std::span<const Descriptor> tasks)
{
    return chosen(task, "task", tasks, plannedTasks);
}

} // namespace luthier
