// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace luthier {

/// Held while the index of a workspace is opened, repaired or brought to a newer form: one process
/// at a time.
class WorkspaceLock
{
public:
    /// Waits for its turn. Holds nothing where the workspace cannot be written to.
    explicit WorkspaceLock(const std::filesystem::path &workspace);
    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock &) = delete;
    WorkspaceLock &operator=(const WorkspaceLock &) = delete;

    bool isHeld() const { return m_file >= 0; }

private:
    int m_file = -1;
};

} // namespace luthier
