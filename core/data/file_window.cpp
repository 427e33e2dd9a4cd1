// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/file_window.h"

#include "core/base/error.h"
#include "core/data/text_bytes.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace luthier {

namespace {

constexpr size_t headBytes = 1 << 16;

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
    try {
        readHead();
    } catch (...) {
        ::close(m_file);
        throw;
    }
}

void FileWindow::readHead()
{
    m_rawHead.resize(headBytes);
    const ssize_t got = ::pread(m_file, m_rawHead.data(), m_rawHead.size(), 0);
    if (got < 0)
        throw unreadable(m_path);
    m_rawHead.resize(size_t(got));
    m_encoding = encodingOf(m_rawHead, m_rawHead.size() < headBytes);
    m_decoder = std::make_unique<Decoder>(m_encoding);
}

FileWindow::~FileWindow()
{
    ::close(m_file);
}

void FileWindow::skipMark()
{
    while (view().size() < utf8Mark.size() && !m_atEnd)
        grow();
    if (view().starts_with(utf8Mark))
        take(utf8Mark.size());
}

void FileWindow::grow()
{
    if (m_stop.stop_requested())
        throw failure("data.stopped", LUTHIER_MESSAGE("Reading {file} was stopped."),
                      {{"file", m_path.string()}}, Error::Code::Cancelled);
    m_bytes.erase(0, m_start);
    m_start = 0;
    const size_t wanted = std::max(m_blockSize, m_bytes.size());
    if (m_encoding == Encoding::Utf8 || m_encoding == Encoding::Utf8Mark) {
        readBlock(wanted, m_bytes);
    } else {
        std::string raw;
        readBlock(wanted, raw);
        m_decoder->append(raw, m_atEnd, m_bytes);
    }
    if (m_onProgress)
        m_onProgress({{"data.reading",
                       LUTHIER_MESSAGE("Reading {file}"),
                       {{"file", m_path.filename().string()}}},
                      int64_t(m_done),
                      int64_t(m_size)});
}

/// Appends `wanted` bytes to `into`, or what there is.
void FileWindow::readBlock(size_t wanted, std::string &into)
{
    const size_t old = into.size();
    into.resize(old + wanted);
    size_t filled = old;
    while (filled < into.size() && !m_atEnd) {
        const ssize_t got = ::read(m_file, into.data() + filled, into.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throw unreadable(m_path);
        m_atEnd = got == 0;
        filled += size_t(got);
    }
    into.resize(filled);
    m_done += filled - old;
}

} // namespace luthier
