// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/message.h"

#include <memory>

namespace luthier {

/// log.txt: lines with date and time, for people. A full file becomes log.1.txt, so that a month of
/// training does not fill the disk. Training never fails for its log: lines that cannot be written
/// are counted and the next line that can says so.
class RunLog
{
public:
    explicit RunLog(std::filesystem::path path, uint64_t limit = 8u << 20);

    void write(std::string_view text);
    void write(const Message &message);

private:
    void rotate();

    std::filesystem::path m_path;
    uint64_t m_limit;
    int64_t m_lost = 0;
    std::unique_ptr<files::LineAppender> m_file;
};

} // namespace luthier
