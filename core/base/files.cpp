// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace luthier::files {

namespace {

std::function<int(Operation, const fs::path &)> injectedFault;

bool faulty(Operation operation, const fs::path &path)
{
    if (!injectedFault)
        return false;
    errno = injectedFault(operation, path);
    return errno != 0;
}

[[noreturn]] void fail(const char *id, const char *text, const fs::path &path)
{
    const std::string reason = std::generic_category().message(errno);
    throw failure(id, text, {{"file", path.string()}, {"reason", reason}}, Error::Code::Io);
}

[[noreturn]] void failWrite(const fs::path &path)
{
    fail("files.write",
         LUTHIER_MESSAGE(
             "{file} could not be written: {reason}. What was saved before is untouched; "
             "make room or choose another folder and start again."),
         path);
}

void writeAll(int file, const char *bytes, size_t count, const fs::path &path)
{
    while (count > 0) {
        const ssize_t done = faulty(Operation::Write, path) ? -1 : ::write(file, bytes, count);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            failWrite(path);
        bytes += done;
        count -= size_t(done);
    }
}

void sync(int file, const fs::path &path)
{
    if (faulty(Operation::Sync, path) || ::fsync(file) != 0)
        failWrite(path);
}

int open(const fs::path &path, int flags)
{
    const int file =
        faulty(Operation::Open, path) ? -1 : ::open(path.c_str(), flags | O_CLOEXEC, 0644);
    if (file < 0)
        failWrite(path);
    return file;
}

struct Closer
{
    int file;
    ~Closer() { ::close(file); }
};

} // namespace

void setFault(std::function<int(Operation, const fs::path &)> fault)
{
    injectedFault = std::move(fault);
}

std::string read(const fs::path &path, uint64_t limit)
{
    // A named pipe must not make the program wait.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        fail(
            "files.read",
            LUTHIER_MESSAGE("{file} cannot be read: {reason}. Check the path and its permissions."),
            path);
    const Closer closer{file};
    struct stat info
    {
    };
    if (::fstat(file, &info) != 0 || !S_ISREG(info.st_mode))
        throw failure("files.not_a_file",
                      LUTHIER_MESSAGE("{file} is not a file; give the path of one."),
                      {{"file", path.string()}});
    if (uint64_t(info.st_size) > limit)
        throw failure(
            "files.too_large",
            LUTHIER_MESSAGE(
                "{file} has {size} bytes, more than the {limit} that such a file may have."),
            {{"file", path.string()}, {"size", int64_t(info.st_size)}, {"limit", int64_t(limit)}});
    std::string bytes(size_t(info.st_size), '\0');
    size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(file, bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += size_t(got);
    }
    bytes.resize(done);
    return bytes;
}

Writer::Writer(fs::path path) : m_path(std::move(path)), m_part(m_path)
{
    m_part += ".part";
    m_file = open(m_part, O_WRONLY | O_CREAT | O_TRUNC);
}

Writer::~Writer()
{
    if (m_file < 0)
        return;
    ::close(m_file);
    ::unlink(m_part.c_str());
}

void Writer::write(std::string_view bytes)
{
    writeAll(m_file, bytes.data(), bytes.size(), m_part);
}

void Writer::write(std::span<const std::byte> bytes)
{
    writeAll(m_file, reinterpret_cast<const char *>(bytes.data()), bytes.size(), m_part);
}

void Writer::commit()
{
    sync(m_file, m_part);
    if (faulty(Operation::Rename, m_path) || ::rename(m_part.c_str(), m_path.c_str()) != 0)
        failWrite(m_path);
    ::close(m_file);
    m_file = -1;
    syncFolder(m_path.parent_path());
}

void writeWhole(const fs::path &path, std::string_view bytes)
{
    Writer writer(path);
    writer.write(bytes);
    writer.commit();
}

void syncFolder(const fs::path &folder)
{
    const fs::path place = folder.empty() ? fs::path(".") : folder;
    const int file = open(place, O_RDONLY | O_DIRECTORY);
    const Closer closer{file};
    sync(file, place);
}

void rename(const fs::path &from, const fs::path &to)
{
    if (faulty(Operation::Rename, to) || ::rename(from.c_str(), to.c_str()) != 0)
        failWrite(to);
    syncFolder(to.parent_path());
    if (from.parent_path() != to.parent_path())
        syncFolder(from.parent_path());
}

void syncFile(const fs::path &path)
{
    const int file = open(path, O_RDONLY);
    const Closer closer{file};
    sync(file, path);
}

bool makeFolder(const fs::path &folder)
{
    if (!faulty(Operation::MakeFolder, folder) && ::mkdir(folder.c_str(), 0755) == 0)
        return true;
    if (errno != EEXIST)
        failWrite(folder);
    return false;
}

bool exchange(const fs::path &a, const fs::path &b)
{
    const bool failed = faulty(Operation::Rename, b) ||
                        ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) != 0;
    if (failed && (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP))
        return false;
    if (failed)
        failWrite(b);
    syncFolder(b.parent_path());
    return true;
}

LineAppender::LineAppender(const fs::path &path)
    : m_path(path), m_file(open(path, O_WRONLY | O_CREAT | O_APPEND))
{
}

LineAppender::~LineAppender()
{
    ::close(m_file);
}

void LineAppender::append(std::string_view line)
{
    std::string whole(line);
    whole += '\n';
    writeAll(m_file, whole.data(), whole.size(), m_path);
}

void LineAppender::sync()
{
    files::sync(m_file, m_path);
}

uint64_t LineAppender::size() const
{
    struct stat info
    {
    };
    return ::fstat(m_file, &info) == 0 ? uint64_t(info.st_size) : 0;
}

void LineAppender::truncate(uint64_t size)
{
    if (::ftruncate(m_file, off_t(size)) != 0)
        failWrite(m_path);
}

uint64_t freeSpace(const fs::path &path)
{
    fs::path place = fs::absolute(path);
    while (!fs::exists(place) && place.has_relative_path())
        place = place.parent_path();
    std::error_code ignored;
    return fs::space(place, ignored).available;
}

} // namespace luthier::files
