// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_config.h"

#include "core/runs/catalog_choice.h"
#include "core/runs/run_keys.h"
#include "core/runs/run_path.h"
#include "core/runs/setting_check.h"
#include "core/runs/training_parameters.h"
#include "core/weights/hidden_size.h"

#include <algorithm>

namespace luthier {

namespace fs = std::filesystem;

namespace {

int parseSchema(const Json &json)
{
    const auto found = json.find("schema");
    if (found == json.end())
        return runSchema;
    if (!found->is_number_integer() || *found < 1)
        throw failure("settings.schema",
                      LUTHIER_MESSAGE("schema is {value}; this version writes {schema}."),
                      {{"value", shown(*found)}, {"schema", int64_t(runSchema)}});
    if (*found > runSchema)
        throw failure("settings.newer_schema",
                      LUTHIER_MESSAGE("schema is {value}, from a newer version of Luthier; this "
                                      "one reads up to {schema}, so update it."),
                      {{"value", shown(*found)}, {"schema", int64_t(runSchema)}});
    return *found;
}

/// `place`: the key's whole path.
void requireKey(const Json &json, const char *key, const std::string &place)
{
    if (!json.contains(key))
        throw failure(
            "settings.missing_key",
            LUTHIER_MESSAGE(
                "The run's settings lack {key}; task, model and dataset are always needed."),
            {{"key", place}});
}

std::string textOf(const Json &value, const std::string &key)
{
    return checkedValue({.id = key, .kind = Parameter::Kind::Text, .initial = ""}, value, key);
}

bool isControl(unsigned char c)
{
    return c < 0x20 || c == 0x7f;
}

/// Without a name a run is called after its data and method.
std::string parseName(const Json &json, const RunConfig &config)
{
    constexpr size_t longest = 300;
    if (!json.contains("name")) {
        const fs::path &data =
            config.dataset.path.empty() ? config.dataset.train : config.dataset.path;
        std::string name = data.stem().string() + "-" + config.method;
        std::ranges::replace_if(name, isControl, '_');
        return name;
    }
    const std::string name = textOf(json["name"], "name");
    if (name.empty() || name.size() > longest || std::ranges::any_of(name, isControl))
        throw failure("settings.name",
                      LUTHIER_MESSAGE("name must have 1 to {longest} bytes and no line breaks."),
                      {{"longest", int64_t(longest)}});
    return name;
}

Json parseMethodSettings(const Json &given, const Descriptor &method, const fs::path &baseFolder)
{
    std::vector<Parameter> own;
    for (const Parameter &parameter : method.parameters)
        if (!isTrainingKey(parameter.id))
            own.push_back(parameter);
    const Json section = withoutAliases(given, "method", own);
    Json out = Json::object();
    for (const Parameter &parameter : own) {
        const std::string key = "method." + parameter.id;
        const auto found = section.find(parameter.id);
        out[parameter.id] =
            checkedValue(parameter, found == section.end() ? parameter.initial : *found, key);
    }
    // The only path among the settings of methods: a PEFT folder to go on with.
    if (const auto adapter = out.find("adapter");
        adapter != out.end() && adapter->is_string() && *adapter != "")
        *adapter = pathSetting(*adapter, "method.adapter", baseFolder).string();
    return out;
}

/// transformers keeps problem_type in the model's config; here it is a setting of the training.
Json withProblemType(const Json &json, Json training)
{
    for (const Json &place : {json, sectionOf(json, "model", "model")})
        if (const auto found = place.find("problem_type");
            found != place.end() && !training.contains("problem_type"))
            training["problem_type"] = *found;
    return training;
}

} // namespace

RunConfig parseRunConfig(const Json &json, const fs::path &baseFolder,
                         std::span<const Descriptor> methods, std::span<const Descriptor> tasks)
{
    if (!json.is_object())
        throw failure("settings.not_an_object",
                      LUTHIER_MESSAGE("The run's settings must be one JSON object in braces."));
    RunConfig config;
    config.schema = parseSchema(json);
    const Json methodJson = sectionOf(json, "method", "method");
    const Descriptor &method = chosenMethod(methodJson, methods);
    refuseUnknownRunKeys(json, method);
    for (const char *key : {"task", "model", "dataset"})
        requireKey(json, key, key);

    config.task = chosenTask(json["task"], tasks).id;
    const Json model = sectionOf(json, "model", "model");
    requireKey(model, "path", "model.path");
    config.model = pathSetting(model["path"], "model.path", baseFolder);
    if (model.contains("sha256"))
        config.modelHash = textOf(model["sha256"], "model.sha256");
    config.dataset = parseDatasetSettings(sectionOf(json, "dataset", "dataset"), baseFolder);
    config.method = method.id;
    config.methodSettings = parseMethodSettings(methodJson, method, baseFolder);
    config.training =
        parseTrainingSettings(withProblemType(json, sectionOf(json, "training", "training")),
                              method, {.hidden_size = hiddenSizeIn(config.model)});
    config.name = parseName(json, config);
    return config;
}

Json toJson(const RunConfig &config)
{
    Json model{{"path", config.model.string()}};
    if (!config.modelHash.empty())
        model["sha256"] = config.modelHash;
    Json method{{"type", config.method}};
    method.update(config.methodSettings);
    return {{"schema", config.schema},
            {"name", config.name},
            {"task", config.task},
            {"model", model},
            {"dataset", toJson(config.dataset)},
            {"method", method},
            {"training", toJson(config.training)}};
}

} // namespace luthier
