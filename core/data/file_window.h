// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/data/encoding.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace luthier {

/// The part of a file that is being looked at, as UTF-8: grows at its end, is taken away at its
/// front. A byte order mark stays at the beginning.
/// Reports progress and heeds the stop at every block.
class FileWindow
{
public:
    /// Throws when `path` is not a readable, regular file.
    FileWindow(const std::filesystem::path &path, size_t blockSize, std::stop_token stop,
               const ProgressHandler &onProgress);
    ~FileWindow();
    FileWindow(const FileWindow &) = delete;
    FileWindow &operator=(const FileWindow &) = delete;

    std::string_view view() const { return std::string_view(m_bytes).substr(m_start); }
    bool atEnd() const { return m_atEnd; }
    /// As told from the first bytes.
    Encoding encoding() const { return m_encoding; }
    /// The first bytes as they are in the file.
    std::string_view rawHead() const { return m_rawHead; }
    /// Bytes of the file that were read.
    uint64_t bytesRead() const { return m_done; }

    /// Adds a block, or as much as is there already: a long record is looked at log(n) times.
    void grow();
    /// Takes a byte order mark away from the front.
    void skipMark();
    /// Takes `count` bytes away from the front.
    void take(size_t count) { m_start += count; }

private:
    void readHead();
    void readBlock(size_t wanted, std::string &into);

    std::filesystem::path m_path;
    size_t m_blockSize;
    std::stop_token m_stop;
    ProgressHandler m_onProgress;
    int m_file = -1;
    std::string m_rawHead;
    Encoding m_encoding = Encoding::Utf8;
    std::unique_ptr<Decoder> m_decoder;
    std::string m_bytes;
    size_t m_start = 0;
    uint64_t m_done = 0;
    uint64_t m_size = 0;
    bool m_atEnd = false;
};

} // namespace luthier
