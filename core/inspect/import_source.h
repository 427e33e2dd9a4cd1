// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <stop_token>

namespace luthier {

/// Copies a model folder, an adapter folder or a data file into `workspace` (models/ or datasets/)
/// and returns where it is. What training could not use is refused with its first problem; nothing
/// that is there is written over. Of a model only the files that belong to it are taken, links as
/// what they point to; files that can hold code (pickles) are left behind.
Result<std::filesystem::path> importSource(const std::filesystem::path &source,
                                           const std::filesystem::path &workspace,
                                           std::stop_token stop);

} // namespace luthier
