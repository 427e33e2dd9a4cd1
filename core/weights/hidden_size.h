// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>

namespace luthier {

/// Width of a model's blocks as its config.json has it: hidden_size, or DistilBERT's dim. 0 where
/// neither is a number.
int64_t hiddenSize(const Json &config);

/// The same of a model's folder; 0 too where there is no model, which is said elsewhere.
int64_t hiddenSizeIn(const std::filesystem::path &folder);

} // namespace luthier
