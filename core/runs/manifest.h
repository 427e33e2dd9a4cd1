// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"

#include <filesystem>
#include <optional>

namespace luthier {

/// manifest.json: the size and SHA-256 of every file of a folder, written last.
inline constexpr const char *manifestName = "manifest.json";

/// Flushes all files and folders in `folder`, then writes its manifest. `about`: further keys.
void writeManifest(const std::filesystem::path &folder, const Json &about);

/// Why `folder` is not as it was sealed, in one sentence: manifest missing or damaged, a file
/// missing, too many, shortened, changed, or no plain file. Nothing when it is whole.
std::optional<Message> manifestFault(const std::filesystem::path &folder);

/// The same without reading the files' content: names and sizes only.
std::optional<Message> manifestFaultQuickly(const std::filesystem::path &folder);

/// The manifest of a whole folder. Throws an Error when there is none.
Json readManifest(const std::filesystem::path &folder);

} // namespace luthier
