// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/peft_adapter.h"

#include "core/base/error.h"
#include "core/models/saved_model.h"
#include "core/models/tensor_list.h"
#include "core/weights/safetensors.h"

#include <cmath>
#include <set>

namespace luthier {

namespace {

const std::string kPrefix = "base_model.model.";
constexpr size_t mostListed = 5;

/// True when an option is at the value that means "not used".
bool unused(const Json &config, const char *key)
{
    if (!config.contains(key))
        return true;
    const Json &value = config[key];
    return value.is_null() || value == false || value == "none" ||
           ((value.is_object() || value.is_array()) && value.empty());
}

std::vector<NamedTensor> adapterTensors(const Model &model)
{
    std::vector<NamedTensor> out;
    for (const NamedTensor &parameter : model.parameters().trainable())
        out.push_back({kPrefix + parameter.name, parameter.value});
    return out;
}

/// peft adds "classifier" and "score" to what it saves for this task, whether the model has them or
/// not.
std::vector<std::string> existingModules(const std::vector<std::string> &modules,
                                         const SafetensorsFile &tensors)
{
    std::vector<std::string> out;
    for (const std::string &module : modules) {
        const bool there = std::ranges::any_of(tensors.tensors(), [&](const auto &entry) {
            return entry.first.find("." + module + ".") != std::string::npos;
        });
        if (there && !std::ranges::count(out, module))
            out.push_back(module);
    }
    return out;
}

} // namespace

AdapterConfig AdapterConfig::fromSettings(const Json &settings, const Model &model)
{
    AdapterConfig config;
    config.r = settings["r"];
    config.alpha = settings["lora_alpha"];
    config.dropout = settings["lora_dropout"];
    config.rankStabilised = settings["use_rslora"];
    config.targetModules = settings["target_modules"];
    if (settings["modules_to_save"] != "auto") {
        config.modulesToSave = settings["modules_to_save"].get<std::vector<std::string>>();
        return config;
    }
    for (const std::string &module : model.headModules())
        config.modulesToSave.push_back(module.substr(module.rfind('.') + 1));
    return config;
}

namespace {

/// A value of another kind is as good as none.
template <typename Value>
Value valueOr(const Json &json, const char *key, Value none)
{
    const auto found = json.find(key);
    if (found == json.end())
        return none;
    bool fits = found->is_number();
    if constexpr (std::is_same_v<Value, bool>)
        fits = found->is_boolean();
    else if constexpr (std::is_same_v<Value, std::string>)
        fits = found->is_string();
    else if constexpr (std::is_integral_v<Value>)
        fits = found->is_number_integer();
    return fits ? found->get<Value>() : none;
}

bool areNames(const Json &json)
{
    return json.is_array() &&
           std::ranges::all_of(json, [](const Json &name) { return name.is_string(); });
}

void refuseOtherKinds(const Json &json, const std::string &name)
{
    const std::string kind = json.is_object() ? valueOr(json, "peft_type", std::string()) : "";
    if (kind != "LORA")
        throw failure(
            "methods.adapter_kind",
            LUTHIER_MESSAGE(
                "{file} describes an adapter of the kind {kind}; only LORA can be used here."),
            {{"file", name}, {"kind", kind}});
    for (const char *key :
         {"use_dora", "bias", "rank_pattern", "alpha_pattern", "layers_to_transform",
          "fan_in_fan_out", "layer_replication", "trainable_token_indices", "exclude_modules",
          "lora_bias", "target_parameters"})
        if (!unused(json, key))
            throw failure(
                "methods.adapter_option",
                LUTHIER_MESSAGE(
                    "{file} uses {option}, which is not supported; make the adapter without it."),
                {{"file", name}, {"option", key}});
}

} // namespace

AdapterConfig AdapterConfig::read(const std::filesystem::path &folder)
{
    const auto file = folder / "adapter_config.json";
    const Json json = readJson(file);
    const std::string name = file.string();
    refuseOtherKinds(json, name);
    AdapterConfig config;
    config.r = valueOr(json, "r", int64_t(0));
    config.alpha = valueOr(json, "lora_alpha", 0.0);
    config.dropout = valueOr(json, "lora_dropout", 0.0);
    config.rankStabilised = valueOr(json, "use_rslora", false);
    config.targetModules = json.value("target_modules", Json());
    const Json modules = json.value("modules_to_save", Json());
    if (config.r < 1 || config.r > 65536 || !(config.alpha > 0) || !std::isfinite(config.alpha) ||
        !(config.dropout >= 0 && config.dropout < 1) ||
        !(config.targetModules.is_string() || areNames(config.targetModules)) ||
        !(modules.is_null() || areNames(modules)))
        throw failure("methods.adapter_values",
                      LUTHIER_MESSAGE("{file} has no usable r, lora_alpha, lora_dropout, "
                                      "target_modules or modules_to_save; the adapter is damaged."),
                      {{"file", name}});
    if (modules.is_array())
        config.modulesToSave =
            existingModules(modules.get<std::vector<std::string>>(),
                            SafetensorsFile::open(folder / "adapter_model.safetensors"));
    return config;
}

Json AdapterConfig::toJson(const std::string &baseModel) const
{
    Json modules = Json::array();
    for (const std::string &module : modulesToSave)
        modules.push_back(module);
    return Json{{"base_model_name_or_path", baseModel},
                {"bias", "none"},
                {"fan_in_fan_out", false},
                {"inference_mode", true},
                {"init_lora_weights", true},
                {"lora_alpha", alpha},
                {"lora_dropout", dropout},
                {"modules_to_save", modules},
                {"peft_type", "LORA"},
                {"r", r},
                {"target_modules", targetModules},
                {"task_type", "SEQ_CLS"},
                {"use_dora", false},
                {"use_rslora", rankStabilised}};
}

namespace {

struct Place
{
    std::string name;
    std::vector<int64_t> shape;
};

/// "name [4, 36] ≠ [8, 36]"; – stands for none.
std::vector<std::string> mismatches(const std::vector<Place> &expected,
                                    const SafetensorsFile &stored)
{
    std::vector<std::string> out;
    std::set<std::string> places;
    for (const auto &[name, shape] : expected) {
        places.insert(name);
        const auto found = stored.tensors().find(name);
        if (found == stored.tensors().end())
            out.push_back(name + " " + shapeText(shape) + " ≠ –");
        else if (found->second.shape != shape)
            out.push_back(name + " " + shapeText(shape) + " ≠ " + shapeText(found->second.shape));
    }
    for (const auto &[name, info] : stored.tensors())
        if (!places.contains(name))
            out.push_back(name + " – ≠ " + shapeText(info.shape));
    return out;
}

void refuseMismatches(const std::vector<Place> &expected, const std::filesystem::path &file)
{
    const auto wrong = mismatches(expected, SafetensorsFile::open(file));
    if (!wrong.empty())
        throw failure(
            "methods.adapter_mismatch",
            LUTHIER_MESSAGE(
                "The adapter {file} does not fit this base model; tensors that differ: {count} "
                "(expected ≠ found): {tensors}. Use the base that it was made for."),
            {{"file", file.string()},
             {"count", int64_t(wrong.size())},
             {"tensors", firstOf(wrong, mostListed)}});
}

} // namespace

void AdapterConfig::refuseOtherTensors(const std::filesystem::path &folder,
                                       const std::vector<Linear *> &additions,
                                       const std::vector<NamedTensor> &whole) const
{
    std::vector<Place> expected;
    for (const NamedTensor &tensor : whole)
        expected.push_back({kPrefix + tensor.name, tensor.value.sizes().vec()});
    for (const Linear *linear : additions) {
        const std::string name = kPrefix + linear->name();
        expected.push_back({name + ".lora_A.weight", {r, linear->weight().size(1)}});
        expected.push_back({name + ".lora_B.weight", {linear->weight().size(0), r}});
    }
    refuseMismatches(expected, folder / "adapter_model.safetensors");
}

void loadAdapter(const Model &model, const std::filesystem::path &folder)
{
    const auto file = folder / "adapter_model.safetensors";
    const std::vector<NamedTensor> tensors = adapterTensors(model);
    std::vector<Place> expected;
    for (const NamedTensor &tensor : tensors)
        expected.push_back({tensor.name, tensor.value.sizes().vec()});
    refuseMismatches(expected, file);
    readTensorsInto(tensors, file);
}

void writeAdapter(const Model &model, const AdapterConfig &config,
                  const std::filesystem::path &folder, const std::string &baseModel)
{
    writeTensors(adapterTensors(model), folder / "adapter_model.safetensors");
    writeJson(folder / "adapter_config.json", config.toJson(baseModel));
}

} // namespace luthier
