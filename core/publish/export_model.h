// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluate/predict.h"

#include <filesystem>

namespace luthier {

struct ExportRequest
{
    ModelRequest model;           ///< a run (its best step), an adapter or a model folder
    std::filesystem::path output; ///< a new folder
};

/// Writes the tuned model whole, as a Hugging Face folder that transformers loads without peft:
/// what a method added beside layers is merged into their weights (W + B A scale). The folder
/// appears whole or not at all; one that exists is refused. Returns its size in bytes.
Result<int64_t> exportModel(const ExportRequest &request);

} // namespace luthier
