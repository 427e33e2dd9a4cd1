// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/data/roles.h"
#include "core/data/split.h"

#include <filesystem>

namespace luthier {

/// "dataset" of run.json: one file that is cut into parts (`path`), or a file for each part.
/// Paths are absolute; an empty one is not given.
struct DatasetSettings
{
    std::filesystem::path path{};
    std::filesystem::path train{};
    std::filesystem::path validation{};
    std::filesystem::path test{};
    Columns columns{}; ///< what is not named is guessed from the file
    SplitOptions split{};
    Json version{}; ///< null, or what the run was trained on: {"sha256": {...}, "remedies": []}

    bool operator==(const DatasetSettings &other) const;
};

/// Relative paths count from `baseFolder`. Throws an Error with the key's place.
DatasetSettings parseDatasetSettings(const Json &dataset, const std::filesystem::path &baseFolder);

Json toJson(const DatasetSettings &dataset);

} // namespace luthier
