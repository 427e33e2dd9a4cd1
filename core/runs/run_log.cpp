// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_log.h"

#include "core/base/error.h"

#include <array>
#include <ctime>

namespace luthier {

namespace fs = std::filesystem;

namespace {

std::string timeStamp()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S%z ", &local);
    return text.data();
}

std::string indented(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c == '\n' ? std::string("\n    ") : std::string(1, c);
    return out;
}

} // namespace

RunLog::RunLog(fs::path path, uint64_t limit) : m_path(std::move(path)), m_limit(limit) {}

void RunLog::rotate()
{
    if (!m_file || m_file->size() < m_limit)
        return;
    m_file.reset();
    fs::path older = m_path;
    older.replace_extension(".1" + m_path.extension().string());
    std::error_code ignored;
    fs::rename(m_path, older, ignored);
}

void RunLog::write(std::string_view text)
{
    try {
        rotate();
        if (!m_file)
            m_file = std::make_unique<files::LineAppender>(m_path);
        if (m_lost > 0)
            m_file->append(timeStamp() + std::to_string(m_lost) +
                           " lines before this one could not be written");
        m_lost = 0;
        m_file->append(timeStamp() + indented(text));
    } catch (const Error &) {
        ++m_lost;
    }
}

void RunLog::write(const Message &message)
{
    write(message.english());
}

} // namespace luthier
