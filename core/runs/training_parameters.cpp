// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/training_parameters.h"

#include "core/runs/problem_type.h"
#include "core/runs/setting_check.h"
#include "core/runs/training_fields.h"

#include <algorithm>
#include <cmath>

namespace luthier {

namespace {

constexpr const char *section = "training";

template <typename T>
void read(T &member, const Json &value)
{
    member = value.get<T>();
}

template <typename T>
void read(std::optional<T> &member, const Json &value)
{
    // Null and "auto" are both "not decided".
    member = value.is_null() || value.is_string() ? std::nullopt : std::optional(value.get<T>());
}

void read(Json &member, const Json &value)
{
    member = value;
}

template <typename T>
Json written(const T &member, const Parameter &)
{
    return member;
}

template <typename T>
Json written(const std::optional<T> &member, const Parameter &parameter)
{
    return member ? Json(*member) : parameter.initial;
}

/// A weight for each label, as "class_weights" may give it instead of a word.
Json checkedWeights(const Json &weights, const std::string &key)
{
    Json out = Json::object();
    for (const auto &[label, weight] : weights.items()) {
        const Parameter parameter{.id = label,
                                  .kind = Parameter::Kind::Number,
                                  .initial = 1.0,
                                  .minimum = 1e-6,
                                  .maximum = 1e6};
        out[label] = checkedValue(parameter, weight, key + "." + label);
    }
    return out;
}

Json inOurWords(const TrainingField &field, const Json &value, const std::string &key)
{
    const std::string word = value.is_string()    ? value.get<std::string>()
                             : value.is_boolean() ? value.dump()
                                                  : "";
    // "cuda:1" is one of the "cuda".
    if (std::ranges::count(field.notBuilt, word.substr(0, word.find(':'))) > 0)
        throw notBuilt(key, word, field.parameter);
    const auto spelling = field.spellings.find(word);
    return spelling == field.spellings.end() || !value.is_string() ? value : Json(spelling->second);
}

Json checkedField(const TrainingField &field, const Parameter &parameter, const Json &given)
{
    const std::string key = section + ("." + parameter.id);
    if (std::holds_alternative<Json TrainingSettings::*>(field.member) && given.is_object())
        return checkedWeights(given, key);
    const Json value = inOurWords(field, given, key);
    if (field.zeroTrainsNothing && value.is_number() && value == 0)
        throw failure(
            "settings.nothing_trains",
            LUTHIER_MESSAGE("{key} is 0, so nothing would train; leave it out for the default."),
            {{"key", key}});
    return checkedValue(parameter, value, key);
}

void checkWarmup(const Json &given, const TrainingSettings &settings)
{
    const auto ratio = given.find("warmup_ratio");
    if (ratio != given.end() && ratio->is_number() && !(*ratio >= 0 && *ratio < 1))
        throw failure(
            "settings.warmup_ratio",
            LUTHIER_MESSAGE(
                "training.warmup_ratio is {value}; it must be a share from 0 to below 1."),
            {{"value", shown(*ratio)}});
    if (settings.warmup_steps > 1 && settings.warmup_steps != std::floor(settings.warmup_steps))
        throw failure(
            "settings.warmup_steps",
            LUTHIER_MESSAGE(
                "training.warmup_steps is {value}; from 1 on it must be a whole number of steps."),
            {{"value", settings.warmup_steps}});
}

/// Settings that transformers spells with other keys than ours.
Json translated(const Json &given)
{
    Json out = given;
    const auto take = [&out](const char *flag, const char *key, const Json &value) {
        const auto found = out.find(flag);
        if (found == out.end() || !(found->is_boolean() || found->is_null()))
            return;
        if (*found == true)
            out[key] = value;
        out.erase(flag);
    };
    take("bf16", "precision", "bf16");
    take("fp16", "precision", "fp16");
    take("use_cpu", "device", "cpu");
    return out;
}

void takeFrom(const Descriptor &method, Parameter &parameter)
{
    const auto own = std::ranges::find(method.parameters, parameter.id, &Parameter::id);
    if (own == method.parameters.end())
        return;
    parameter.initial = own->initial;
    parameter.initialFor = own->initialFor;
    parameter.reason = own->reason;
}

void fitTo(const ModelSize &model, Parameter &parameter)
{
    if (parameter.id == "max_length" && model.max_length > 0)
        parameter.initial = std::min(parameter.initial.get<int64_t>(), model.max_length);
    if (parameter.initialFor == 0 || model.hidden_size <= parameter.initialFor)
        return;
    parameter.initial = rateForWidth(parameter.initial, parameter.initialFor, model.hidden_size);
    parameter.reason = LUTHIER_MESSAGE("Lower than for small models: the wider a model is, the "
                                       "smaller the steps it bears.");
}

} // namespace

const std::vector<TrainingField> &trainingFields()
{
    static const std::vector<TrainingField> all = [] {
        std::vector<TrainingField> out;
        for (const auto part : {fields::length, fields::batches, fields::schedule,
                                fields::optimizer, fields::regularisation, fields::order,
                                fields::validation, fields::saving, fields::machine})
            std::ranges::copy(part(), std::back_inserter(out));
        return out;
    }();
    return all;
}

double rateForWidth(double rate, int64_t found, int64_t hidden_size)
{
    if (found <= 0 || hidden_size <= found)
        return rate;
    const double exact = rate * std::pow(double(found) / double(hidden_size), 2.5);
    const double digit = std::pow(10.0, 1 - std::floor(std::log10(exact)));
    return std::round(exact * digit) / digit;
}

std::vector<Parameter> trainingParameters(const Descriptor *method, const ModelSize &model)
{
    std::vector<Parameter> out;
    for (const TrainingField &field : trainingFields()) {
        out.push_back(field.parameter);
        if (method)
            takeFrom(*method, out.back());
        fitTo(model, out.back());
    }
    return out;
}

TrainingSettings trainingDefaults(const Descriptor *method, const ModelSize &model)
{
    TrainingSettings settings;
    const std::vector<Parameter> parameters = trainingParameters(method, model);
    for (size_t i = 0; i < parameters.size(); ++i)
        std::visit([&](auto member) { read(settings.*member, parameters[i].initial); },
                   trainingFields()[i].member);
    return settings;
}

std::vector<std::string> trainingKeys()
{
    std::vector<std::string> keys{"bf16", "fp16", "use_cpu"};
    for (const TrainingField &field : trainingFields()) {
        keys.push_back(field.parameter.id);
        std::ranges::copy(field.parameter.aliases, std::back_inserter(keys));
    }
    return keys;
}

TrainingSettings parseTrainingSettings(const Json &training, const Descriptor &method,
                                       const ModelSize &model)
{
    const std::vector<Parameter> parameters = trainingParameters(&method, model);
    const Json given = withoutAliases(translated(training), section, parameters);
    TrainingSettings settings = trainingDefaults(&method, model);
    for (size_t i = 0; i < parameters.size(); ++i) {
        const auto found = given.find(parameters[i].id);
        if (found == given.end())
            continue;
        const TrainingField &field = trainingFields()[i];
        const Json value = checkedField(field, parameters[i], *found);
        std::visit([&](auto member) { read(settings.*member, value); }, field.member);
    }
    checkWarmup(training, settings);
    if (settings.problem_type == multiLabelProblem && settings.label_smoothing_factor > 0)
        throw failure("settings.smoothing_of_several",
                      LUTHIER_MESSAGE("training.label_smoothing_factor spreads one label's share "
                                      "over the others, so it has no meaning with several labels "
                                      "a row; set it to 0."));
    return settings;
}

Json toJson(const TrainingSettings &settings)
{
    Json out = Json::object();
    for (const TrainingField &field : trainingFields())
        out[field.parameter.id] = std::visit(
            [&](auto member) { return written(settings.*member, field.parameter); }, field.member);
    return out;
}

} // namespace luthier
