// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <filesystem>

namespace luthier {

/// What a path is and what is wrong with it:
/// {"kind": "model" | "adapter" | "weights" | "dataset" | "run" | "unknown", "path", "usable",
/// "problems": [{"severity": "error" | "warning", "id", "text", "values"}], and what the kind has
/// to say}. Never throws for a bad thing: the problem is in the answer, and `usable` is false when
/// training could not use it as it is.
Json inspect(const std::filesystem::path &path);

} // namespace luthier
