// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/models/model.h"

namespace luthier {

/// The part of peft's adapter_config.json that a LoRA adapter is made from (peft,
/// tuners/lora/config.py).
struct AdapterConfig
{
    int64_t r = 8;
    double alpha = 8;
    double dropout = 0;
    bool rankStabilised = false;
    Json targetModules; ///< list of names, or a pattern
    std::vector<std::string> modulesToSave;

    static AdapterConfig fromSettings(const Json &settings, const Model &model);
    /// Reads and checks a PEFT folder; refuses other adapter kinds and options that are not
    /// supported.
    static AdapterConfig read(const std::filesystem::path &folder);
    /// Throws, before an addition takes memory, when the tensors in the folder are not those of
    /// `additions` beside the layers and of `whole` modules.
    void refuseOtherTensors(const std::filesystem::path &folder,
                            const std::vector<Linear *> &additions,
                            const std::vector<NamedTensor> &whole) const;
    Json toJson(const std::string &baseModel) const;
};

/// Copies the tensors of a PEFT folder into a model prepared by the same config. Throws with the
/// mismatches when the adapter belongs to another base.
void loadAdapter(const Model &model, const std::filesystem::path &folder);

/// adapter_config.json and adapter_model.safetensors, named as peft names them.
void writeAdapter(const Model &model, const AdapterConfig &config,
                  const std::filesystem::path &folder, const std::string &baseModel);

} // namespace luthier
