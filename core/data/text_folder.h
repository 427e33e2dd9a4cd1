// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace luthier {

/// A file below a folder of texts; `reason`: why it is none of the texts.
struct FolderEntry
{
    std::string name; ///< below the folder, with / between its parts
    std::string label{}, split{};
    uint64_t bytes = 0;
    std::optional<Message> reason{};
};

struct FolderListing
{
    std::vector<FolderEntry> entries; ///< by name
    bool hasParts = false;
};

/// What lies in the folder, without following a link. A text may have `longestText` bytes.
FolderListing listTextFolder(const std::filesystem::path &folder, uint64_t longestText,
                             const std::stop_token &stop);

/// By its name: *.txt, *.text, or digits alone.
bool isTextName(const std::filesystem::path &name);

/// For a sentence: bytes that are no letters, and control characters, become "?".
std::string shownName(std::string_view name);

} // namespace luthier
