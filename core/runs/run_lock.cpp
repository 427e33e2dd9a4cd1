// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_lock.h"

#include "core/base/error.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace luthier {

namespace fs = std::filesystem;

namespace {

fs::path lockFile(const fs::path &folder)
{
    return folder / "run.lock";
}

/// Locks of an open file, not of a process: they can be asked for without being taken, and a second
/// opening of the same process meets them too.
struct flock wholeFile(short type)
{
    struct flock range
    {
    };
    range.l_type = type;
    range.l_whence = SEEK_SET;
    return range;
}

/// Who is in the way, in one sentence.
Message lockedBy(int file, const fs::path &runFolder)
{
    std::array<char, 200> text{};
    std::array<char, 65> host{};
    long process = 0;
    (void)!::pread(file, text.data(), text.size() - 1, 0);
    if (std::sscanf(text.data(), "process %ld on %64s", &process, host.data()) != 2)
        return {"runs.locked",
                LUTHIER_MESSAGE("Another process is training in {folder}; wait for it, or choose "
                                "another folder."),
                {{"folder", runFolder.string()}}};
    return {"runs.locked",
            LUTHIER_MESSAGE("Process {process} on {host} is training in {folder}; wait for it, or "
                            "choose another folder."),
            {{"process", std::to_string(process)},
             {"host", std::string(host.data())},
             {"folder", runFolder.string()}}};
}

void writeHolder(int file)
{
    std::array<char, 65> host{};
    ::gethostname(host.data(), host.size() - 1);
    const std::string text = "process " + std::to_string(::getpid()) + " on " + host.data();
    // Only for the sentence of whoever comes second: the lock itself is what counts.
    if (::ftruncate(file, 0) == 0)
        (void)!::pwrite(file, text.data(), text.size(), 0);
}

} // namespace

RunLock::RunLock(const fs::path &runFolder)
{
    const fs::path path = lockFile(runFolder);
    m_file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_file < 0)
        throw failure(
            "runs.lock",
            LUTHIER_MESSAGE(
                "{file} could not be written: {reason}. Choose a folder that you may write to."),
            {{"file", path.string()}, {"reason", std::generic_category().message(errno)}},
            Error::Code::Io);
    struct flock range = wholeFile(F_WRLCK);
    if (::fcntl(m_file, F_OFD_SETLK, &range) == 0) {
        writeHolder(m_file);
        return;
    }
    Message message = lockedBy(m_file, runFolder);
    ::close(std::exchange(m_file, -1));
    throw Error(std::move(message));
}

RunLock::~RunLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

RunLock::RunLock(RunLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

bool RunLock::isHeld(const fs::path &runFolder)
{
    const int file = ::open(lockFile(runFolder).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    struct flock range = wholeFile(F_RDLCK);
    const bool held = ::fcntl(file, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
    ::close(file);
    return held;
}

} // namespace luthier
