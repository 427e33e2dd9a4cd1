// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/workspace_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace luthier {

WorkspaceLock::WorkspaceLock(const std::filesystem::path &workspace)
    : m_file(::open((workspace / "luthier.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644))
{
    while (m_file >= 0 && ::flock(m_file, LOCK_EX) != 0 && errno == EINTR) {
    }
}

WorkspaceLock::~WorkspaceLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace luthier
