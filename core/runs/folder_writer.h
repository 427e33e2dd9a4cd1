// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"

#include <filesystem>
#include <optional>

namespace luthier {

/// A folder that appears whole or not at all: filled as `<target>.part`, sealed with a manifest
/// (size and SHA-256 of each file), flushed, renamed. An older folder of that name stays until the
/// new one takes its place.
class FolderWriter
{
public:
    /// `about` goes into the manifest beside the files. Only one process may write to a target.
    explicit FolderWriter(std::filesystem::path target, Json about = Json::object());
    /// Without `commit` all that was written is removed.
    ~FolderWriter();
    FolderWriter(const FolderWriter &) = delete;
    FolderWriter &operator=(const FolderWriter &) = delete;

    /// Write the files here.
    const std::filesystem::path &folder() const { return m_part; }
    void commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_part;
    Json m_about;
    bool m_committed = false;
};

/// Repairs what a crash between two steps of `commit` can leave: `target` is whole afterwards if
/// any version of it is, and nothing else of it is left. Only for the process that owns the run.
void repairFolder(const std::filesystem::path &target);

} // namespace luthier
