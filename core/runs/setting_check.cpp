// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/setting_check.h"

#include "core/runs/nearest_key.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace luthier {

namespace {

using Kind = Parameter::Kind;

/// Keys of the design, and of peft, that a later version will read.
constexpr std::array plannedKeys{
    "dataset.remedies",
    "dataset.cleaning",
    "dataset.template",
    "dataset.augmentation",
    "training.curriculum",
    "training.packing",
    "training.neftune_noise_alpha",
    "training.torch_compile",
    "method.adapter",
    "method.use_dora",
    "method.bias",
    "method.fan_in_fan_out",
    "method.init_lora_weights",
    "method.layers_to_transform",
    "method.layers_pattern",
    "method.rank_pattern",
    "method.alpha_pattern",
    "method.exclude_modules",
};

std::string listed(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

MessageValue bound(const Parameter &parameter, double value)
{
    if (parameter.kind == Kind::Whole)
        return int64_t(value);
    return value;
}

[[noreturn]] void failRange(const Parameter &parameter, const Json &value, const std::string &key)
{
    const std::map<std::string, MessageValue> values{
        {"key", key},
        {"value", shown(value)},
        {"minimum", bound(parameter, parameter.minimum)},
        {"maximum", bound(parameter, parameter.maximum)},
        {"words", listed(parameter.choices)}};
    if (!parameter.choices.empty())
        throw failure("settings.range_or_word",
                      LUTHIER_MESSAGE("{key} is {value}; it must be a number from {minimum} to "
                                      "{maximum}, or one of: {words}."),
                      values);
    if (parameter.kind == Kind::Whole)
        throw failure(
            "settings.whole_range",
            LUTHIER_MESSAGE(
                "{key} is {value}; it must be a whole number from {minimum} to {maximum}."),
            values);
    throw failure("settings.range",
                  LUTHIER_MESSAGE("{key} is {value}; it must be from {minimum} to {maximum}."),
                  values);
}

[[noreturn]] void failNumber(const Parameter &parameter, const Json &value, const std::string &key)
{
    const Json example = parameter.initial.is_number() ? parameter.initial : Json(0.1);
    throw failure("settings.not_a_number",
                  LUTHIER_MESSAGE("{key} is {value}, which is no number; write it without quotes "
                                  "and with a decimal point, such as {example}."),
                  {{"key", key}, {"value", shown(value)}, {"example", example.dump()}});
}

bool isWord(const Parameter &parameter, const Json &value)
{
    return value.is_string() &&
           std::ranges::count(parameter.choices, value.get_ref<const std::string &>()) > 0;
}

Json checkedNumber(const Parameter &parameter, const Json &value, const std::string &key)
{
    if (isWord(parameter, value))
        return value;
    if (!value.is_number())
        failNumber(parameter, value, key);
    const double number = value.get<double>();
    // Written so that NaN is out of every range.
    if (!(number >= parameter.minimum && number <= parameter.maximum))
        failRange(parameter, value, key);
    if (parameter.kind == Kind::Number)
        return number;
    if (number != std::floor(number))
        failRange(parameter, value, key);
    return value.is_number_float() ? Json(int64_t(number)) : Json(value.get<int64_t>());
}

Json checkedChoice(const Parameter &parameter, const Json &value, const std::string &key)
{
    if (isWord(parameter, value))
        return value;
    throw failure("settings.choice",
                  LUTHIER_MESSAGE("{key} is {value}; it must be one of: {choices}."),
                  {{"key", key}, {"value", shown(value)}, {"choices", listed(parameter.choices)}});
}

Json checkedNames(const Json &value, const std::string &key)
{
    const bool names = value.is_array() && std::ranges::all_of(value, [](const Json &item) {
                           return item.is_string();
                       });
    if (!names && !value.is_string())
        throw failure("settings.names",
                      LUTHIER_MESSAGE("{key} is {value}; write a list of names such as [\"query\", "
                                      "\"value\"], or one text."),
                      {{"key", key}, {"value", shown(value)}});
    return value;
}

} // namespace

MessageValue shown(const Json &value)
{
    constexpr size_t longest = 80;
    if (value.is_number_integer() &&
        (!value.is_number_unsigned() || value.get<uint64_t>() >> 63 == 0))
        return value.get<int64_t>();
    if (value.is_number_float() && std::isfinite(value.get<double>()))
        return value.get<double>();
    std::string text = value.is_number_float()
                           ? "NaN or infinite"
                           : value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > longest)
        text = text.substr(0, longest) + "...";
    return text;
}

Json checkedValue(const Parameter &parameter, const Json &value, const std::string &key)
{
    if (value.is_null() && parameter.initial.is_null())
        return value;
    switch (parameter.kind) {
    case Kind::Whole:
    case Kind::Number:
        return checkedNumber(parameter, value, key);
    case Kind::Choice:
        return checkedChoice(parameter, value, key);
    case Kind::Names:
        return checkedNames(value, key);
    case Kind::Flag:
        if (!value.is_boolean())
            throw failure("settings.flag",
                          LUTHIER_MESSAGE("{key} is {value}; write true or false."),
                          {{"key", key}, {"value", shown(value)}});
        return value;
    case Kind::Text:
        break;
    }
    if (!value.is_string())
        throw failure("settings.text", LUTHIER_MESSAGE("{key} is {value}; write a text in quotes."),
                      {{"key", key}, {"value", shown(value)}});
    return value;
}

Error notBuilt(const std::string &key, const std::string &value, const Parameter &parameter)
{
    if (parameter.choices.empty())
        return failure("settings.not_built",
                       LUTHIER_MESSAGE("{key} {value} is not built yet; leave it out."),
                       {{"key", key}, {"value", value}});
    return failure("settings.not_built_choice",
                   LUTHIER_MESSAGE("{key} {value} is not built yet; choose one of: {choices}."),
                   {{"key", key}, {"value", value}, {"choices", listed(parameter.choices)}});
}

Error keyNotBuilt(const std::string &key)
{
    return failure("settings.key_not_built",
                   LUTHIER_MESSAGE("The setting {key} is not built yet; take it out."),
                   {{"key", key}});
}

Json sectionOf(const Json &value, const std::string &key, const std::string &place)
{
    const auto found = value.find(key);
    if (found == value.end())
        return Json::object();
    if (!found->is_object())
        throw failure("settings.section",
                      LUTHIER_MESSAGE("{key} is {value}; it must be an object in braces."),
                      {{"key", place}, {"value", shown(*found)}});
    return *found;
}

Json withoutAliases(const Json &section, const std::string &place,
                    const std::vector<Parameter> &parameters)
{
    Json out = section;
    const auto unset = [](const Json &value) {
        return value.is_null() || (value.is_number() && value == 0);
    };
    for (const Parameter &parameter : parameters) {
        for (const std::string &alias : parameter.aliases) {
            const auto found = section.find(alias);
            if (found == section.end())
                continue;
            out.erase(alias);
            const auto own = out.find(parameter.id);
            if (own == out.end() ? !found->is_null() : unset(*own) && !unset(*found))
                out[parameter.id] = *found;
            else if (own != out.end() && *own != *found && !unset(*found))
                throw failure("settings.given_twice",
                              LUTHIER_MESSAGE("{place} has {key} and {alias}, which are the same "
                                              "setting, with two values; keep one."),
                              {{"place", place}, {"key", parameter.id}, {"alias", alias}});
        }
    }
    return out;
}

void refuseUnknownKeys(const Json &section, const std::string &place,
                       const std::vector<std::string> &known, const std::vector<std::string> &all)
{
    for (const auto &[name, value] : section.items()) {
        const std::string path = place.empty() ? name : place + "." + name;
        if (std::ranges::count(known, path) > 0)
            continue;
        if (std::ranges::count(plannedKeys, path) > 0)
            throw keyNotBuilt(path);
        throw failure("settings.unknown_key",
                      LUTHIER_MESSAGE("There is no setting {key}; the nearest is {nearest}."),
                      {{"key", path}, {"nearest", nearestKey(path, all)}});
    }
}

} // namespace luthier
