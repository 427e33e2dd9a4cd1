// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/file_window.h"

#include "core/base/error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace luthier {

namespace {

Error unreadable(const std::filesystem::path &path)
{
    return failure(
        "data.cannot_read",
        LUTHIER_MESSAGE("{file} cannot be read: {reason}. Check the path and its permissions."),
        {{"file", path.string()}, {"reason", std::generic_category().message(errno)}},
        Error::Code::Io);
}

} // namespace

FileWindow::FileWindow(const std::filesystem::path &path, size_t blockSize, std::stop_token stop,
                       const ProgressHandler &onProgress)
    : m_path(path), m_blockSize(std::max<size_t>(blockSize, 1)), m_stop(std::move(stop)),
      m_onProgress(onProgress)
{
    struct stat info
    {
    };
    // Looked at before it is opened: opening a pipe would wait for its writer.
    if (::stat(path.c_str(), &info) != 0)
        throw unreadable(path);
    if (!S_ISREG(info.st_mode))
        throw failure("data.not_a_file",
                      LUTHIER_MESSAGE("{file} is not a file; give the path of one."),
                      {{"file", path.string()}});
    m_size = uint64_t(info.st_size);
    m_file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (m_file < 0)
        throw unreadable(path);
}

FileWindow::~FileWindow()
{
    ::close(m_file);
}

void FileWindow::grow()
{
    if (m_stop.stop_requested())
        throw failure("data.stopped", LUTHIER_MESSAGE("Reading {file} was stopped."),
                      {{"file", m_path.string()}}, Error::Code::Cancelled);
    m_bytes.erase(0, m_start);
    m_start = 0;
    const size_t old = m_bytes.size();
    m_bytes.resize(old + std::max(m_blockSize, old));
    size_t filled = old;
    while (filled < m_bytes.size() && !m_atEnd) {
        const ssize_t got = ::read(m_file, m_bytes.data() + filled, m_bytes.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throw unreadable(m_path);
        m_atEnd = got == 0;
        filled += size_t(got);
    }
    m_bytes.resize(filled);
    m_done += filled - old;
    if (m_onProgress)
        m_onProgress({{"data.reading",
                       LUTHIER_MESSAGE("Reading {file}"),
                       {{"file", m_path.filename().string()}}},
                      int64_t(m_done),
                      int64_t(m_size)});
}

} // namespace luthier
