// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace luthier {

/// The part of a file that is being looked at: grows at its end, is taken away at its front.
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
    uint64_t bytesRead() const { return m_done; }

    /// Adds a block, or as much as is there already: a long record is looked at log(n) times.
    void grow();
    /// Takes `count` bytes away from the front.
    void take(size_t count) { m_start += count; }

private:
    std::filesystem::path m_path;
    size_t m_blockSize;
    std::stop_token m_stop;
    ProgressHandler m_onProgress;
    int m_file = -1;
    std::string m_bytes;
    size_t m_start = 0;
    uint64_t m_done = 0;
    uint64_t m_size = 0;
    bool m_atEnd = false;
};

} // namespace luthier
