// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weights/tensor_info.h"

#include <map>
#include <string>
#include <string_view>

namespace luthier {

/// Same cap as the reference implementation (huggingface/safetensors, src/tensor.rs).
constexpr uint64_t safetensorsHeaderLimit = 100'000'000;
/// PyTorch's own limit on dimensions.
constexpr size_t safetensorsRankLimit = 64;

struct SafetensorsHeader
{
    std::map<std::string, TensorInfo> tensors;
    std::map<std::string, std::string> metadata;
};

/// Checks and reads the JSON of a safetensors header. `dataBytes` is the length of the data section
/// behind it: the tensors must fill it without hole, overlap or rest. Offsets in the result count
/// from the start of the file (8 + text.size() + the header's own). Throws an Error naming `file`.
SafetensorsHeader parseSafetensorsHeader(std::string_view text, uint64_t dataBytes,
                                         const std::string &file);

} // namespace luthier
