// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/folder_writer.h"

#include <span>
#include <vector>

namespace luthier {

/// checkpoint-<step>: everything that a run needs to go on with the same bits.
class CheckpointWriter
{
public:
    CheckpointWriter(const std::filesystem::path &runFolder, int64_t step);

    /// checkpoint-<step>.part: write the files here.
    const std::filesystem::path &folder() const { return m_writer.folder(); }
    /// Seals and renames to checkpoint-<step>; until then the checkpoint does not exist.
    void commit() { m_writer.commit(); }

private:
    FolderWriter m_writer;
};

struct Checkpoint
{
    std::filesystem::path path;
    int64_t step = 0;
};

struct CheckpointSearch
{
    std::optional<Checkpoint> newest; ///< the newest one that is whole; nothing when none is
    std::vector<Message> skipped;     ///< why newer ones were passed over, newest first
};

/// All folders named checkpoint-<step>, ascending, whole or not.
std::vector<Checkpoint> checkpoints(const std::filesystem::path &runFolder);

/// Verifies sizes and hashes from the newest on; damaged ones are passed over.
CheckpointSearch newestComplete(const std::filesystem::path &runFolder);

/// Removes the oldest until `limit` are left (0: none is removed). Never removes the newest whole
/// one or those of the steps in `keep`; damaged ones do not count. Returns what could not be
/// removed, in words.
std::vector<Message> prune(const std::filesystem::path &runFolder, int64_t limit,
                           std::span<const int64_t> keep);

/// For the process that owns the run, before it writes: repairs best/ and final/, removes what a
/// dead process has left half done, and damaged checkpoints after `resumedStep` (0: a run that
/// starts from the beginning).
void clearLeftovers(const std::filesystem::path &runFolder, int64_t resumedStep);

} // namespace luthier
