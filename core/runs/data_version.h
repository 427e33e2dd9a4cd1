// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/dataset_settings.h"

#include <stop_token>

namespace luthier {

/// What the files hold that the settings name, for dataset.version of run.json:
/// {"sha256": {"path": "..."}, "remedies": []}, a hash for each of path, train, validation, test.
/// The hash of a folder is over names and contents of its texts. Throws when a file cannot be read
/// and when `stop` is requested.
Json dataVersion(const DatasetSettings &dataset, const std::stop_token &stop);

/// Names of the files whose hash in `now.version` is not the one in `then`, an older version.
std::string changedFiles(const Json &then, const DatasetSettings &now);

} // namespace luthier
