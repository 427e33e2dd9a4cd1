// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The one file layer: every file that must outlive a crash is written through it.
namespace luthier::files {

namespace fs = std::filesystem;

enum class Operation { Open, Write, Sync, Rename, MakeFolder };

/// Tests make the n-th call of an operation fail: return an errno, or 0 to let it pass.
/// `path` is the file the call is about. Empty function: nothing fails.
void setFault(std::function<int(Operation, const fs::path &)> fault);

/// Whole file as bytes; refused with a sentence when it is larger than `limit`.
std::string read(const fs::path &path, uint64_t limit = uint64_t(1) << 31);

/// A file written aside as `<path>.part`; the old file stays whole until `commit`.
class Writer
{
public:
    explicit Writer(fs::path path);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void write(std::string_view bytes);
    void write(std::span<const std::byte> bytes);
    /// Flushes to the disk, renames over the old file and flushes the folder.
    void commit();

private:
    fs::path m_path;
    fs::path m_part;
    int m_file = -1;
};

/// The whole content at once: aside, flushed, renamed, folder flushed.
void writeWhole(const fs::path &path, std::string_view bytes);

/// Flushes a folder's entries to the disk.
void syncFolder(const fs::path &folder);

/// Renames a file or folder and flushes both parent folders.
void rename(const fs::path &from, const fs::path &to);

/// Flushes a file that has been written by other means.
void syncFile(const fs::path &path);

/// Makes one folder in an existing one; false when something of that name is there already.
bool makeFolder(const fs::path &folder);

/// Swaps two folders of one parent in one step and flushes the parent; false where the file system
/// cannot.
bool exchange(const fs::path &a, const fs::path &b);

/// A file that grows by whole lines (event logs); a line is in the file when `append` returns.
class LineAppender
{
public:
    explicit LineAppender(const fs::path &path);
    ~LineAppender();
    LineAppender(const LineAppender &) = delete;
    LineAppender &operator=(const LineAppender &) = delete;

    void append(std::string_view line);
    void sync();
    /// Bytes in the file: the place to cut back to.
    uint64_t size() const;
    void truncate(uint64_t size);

private:
    fs::path m_path;
    int m_file = -1;
};

/// Free bytes where `path` (or its nearest existing parent) lies.
uint64_t freeSpace(const fs::path &path);

} // namespace luthier::files
