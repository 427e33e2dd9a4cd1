// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/peft_adapter.h"

#include "core/base/error.h"
#include "core/models/saved_model.h"
#include "core/weights/safetensors.h"

#include <set>

namespace luthier {

namespace {

const std::string kPrefix = "base_model.model.";

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

AdapterConfig AdapterConfig::read(const std::filesystem::path &folder)
{
    const auto file = folder / "adapter_config.json";
    const Json json = readJson(file);
    const std::string name = file.string();
    if (json.value("peft_type", "") != "LORA")
        throw failure(
            "methods.adapter_kind",
            LUTHIER_MESSAGE(
                "{file} describes an adapter of the kind {kind}; only LORA can be used here."),
            {{"file", name}, {"kind", json.value("peft_type", "")}});
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
    AdapterConfig config;
    config.r = json.value("r", int64_t(0));
    config.alpha = json.contains("lora_alpha") && json["lora_alpha"].is_number()
                       ? json["lora_alpha"].get<double>()
                       : 0.0;
    config.dropout = json.value("lora_dropout", 0.0);
    config.rankStabilised = json.value("use_rslora", false);
    config.targetModules = json.value("target_modules", Json());
    if (config.r < 1 || config.r > 65536 || !(config.alpha > 0) || config.dropout < 0 ||
        config.dropout >= 1 || config.targetModules.is_null())
        throw failure("methods.adapter_values",
                      LUTHIER_MESSAGE("{file} has no usable r, lora_alpha, lora_dropout or "
                                      "target_modules; the adapter is damaged."),
                      {{"file", name}});
    const Json modules = json.value("modules_to_save", Json());
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

void loadAdapter(const Model &model, const std::filesystem::path &folder)
{
    const auto file = folder / "adapter_model.safetensors";
    const SafetensorsFile stored = SafetensorsFile::open(file);
    std::set<std::string> expected;
    for (const NamedTensor &tensor : adapterTensors(model))
        expected.insert(tensor.name);
    for (const auto &[name, info] : stored.tensors())
        if (!expected.contains(name))
            throw failure("methods.adapter_extra",
                          LUTHIER_MESSAGE("{file} holds {tensor}, which this base model has no "
                                          "place for; it belongs to another base."),
                          {{"file", file.string()}, {"tensor", name}});
    readTensorsInto(adapterTensors(model), file);
}

void writeAdapter(const Model &model, const AdapterConfig &config,
                  const std::filesystem::path &folder, const std::string &baseModel)
{
    writeTensors(adapterTensors(model), folder / "adapter_model.safetensors");
    writeJson(folder / "adapter_config.json", config.toJson(baseModel));
}

} // namespace luthier
