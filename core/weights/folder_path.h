// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace luthier {

/// The file or folder `name` inside a model's folder; nothing when there is none.
/// Throws an Error when `name` is absolute or climbs with "..", and when links lead it out of the
/// folder. Only a snapshot of the Hugging Face cache (models--*/snapshots/<revision>) may link to
/// any place inside the same models--* folder, where its blobs lie.
std::optional<std::filesystem::path> pathInFolder(const std::filesystem::path &folder,
                                                  const std::string &name);

} // namespace luthier
