// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <filesystem>
#include <string>

namespace luthier {

/// A path of run.json, absolute: a relative one counts from `baseFolder`. Throws an Error when it
/// is no text or empty.
std::filesystem::path pathSetting(const Json &value, const std::string &key,
                                  const std::filesystem::path &baseFolder);

} // namespace luthier
