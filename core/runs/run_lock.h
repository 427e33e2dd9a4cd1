// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace luthier {

/// Held by the one process that trains in a run folder (run.lock); gone with the process, however
/// it ends.
class RunLock
{
public:
    /// Throws an Error that names the holder when another process trains there.
    explicit RunLock(const std::filesystem::path &runFolder);
    ~RunLock();
    RunLock(RunLock &&other) noexcept;
    RunLock(const RunLock &) = delete;
    RunLock &operator=(const RunLock &) = delete;

    /// True while some process, this one included, trains in the folder.
    static bool isHeld(const std::filesystem::path &runFolder);

private:
    int m_file = -1;
};

} // namespace luthier
