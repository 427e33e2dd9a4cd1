// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/model.h"

namespace luthier {

/// config.json and model.safetensors with every parameter, as transformers' save_pretrained writes
/// them.
void writeModel(const Model &model, const std::filesystem::path &folder);

/// Tensors as safetensors entries in one file, metadata {"format": "pt"}.
void writeTensors(const std::vector<NamedTensor> &tensors, const std::filesystem::path &file);

/// Copies every tensor of a file into the tensor of that name; throws when one is missing or
/// differs in shape.
void readTensorsInto(const std::vector<NamedTensor> &tensors, const std::filesystem::path &file);

} // namespace luthier
