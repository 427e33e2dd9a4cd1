// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/runs/dataset_settings.h"
#include "core/runs/training_settings.h"

#include <filesystem>
#include <span>
#include <string>

namespace luthier {

/// Newest form of run.json that this version reads and writes.
constexpr int runSchema = 1;

/// A run as run.json describes it, complete: whatever the file leaves out has its default.
struct RunConfig
{
    int schema = runSchema;
    std::string name;
    std::string task;            ///< "text-classification"
    std::filesystem::path model; ///< absolute folder of the pre-trained model
    std::string modelHash;       ///< SHA-256 of its weights; empty until a run has read them
    DatasetSettings dataset;
    std::string method;  ///< "full", "lora", ...
    Json methodSettings; ///< every parameter of the method's descriptor but training keys
    TrainingSettings training;

    bool operator==(const RunConfig &) const = default;
};

/// Reads and checks run.json. `baseFolder` is the folder of the file: relative paths count from
/// there. `methods` and `tasks` are the catalogs; the first method is the default one. A parameter
/// of a method that bears the name of a training key replaces that key's default.
///
/// Throws an Error of one sentence with the key's place for: an unknown key (names the nearest
/// known one), a key given twice in two spellings, a wrong type, a value out of range (names the
/// range), what the design knows but this version lacks ("not built yet"), a missing task, model or
/// dataset, a newer schema.
RunConfig parseRunConfig(const Json &json, const std::filesystem::path &baseFolder,
                         std::span<const Descriptor> methods, std::span<const Descriptor> tasks);

/// All keys, absolute paths: `parseRunConfig(toJson(x), ...) == x`.
Json toJson(const RunConfig &config);

} // namespace luthier
