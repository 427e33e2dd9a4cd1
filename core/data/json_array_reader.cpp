// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_array_reader.h"

#include "core/base/error.h"
#include "core/data/file_window.h"
#include "core/data/json_rows.h"
#include "core/data/line_faults.h"

#include <algorithm>

namespace luthier {

namespace {

constexpr std::string_view space = " \t\r\n";

/// Finds the end of an element: the comma or bracket that stands outside all quotes and brackets.
class ElementEnd
{
public:
    /// Looks at more of the element; true when its end was found, at `at()`.
    bool look(std::string_view element)
    {
        for (; m_at < element.size(); ++m_at) {
            const char c = element[m_at];
            if (m_quoted) {
                m_quoted = m_escaped || c != '"';
                m_escaped = !m_escaped && c == '\\';
            } else if (c == '"') {
                m_quoted = true;
                m_escaped = false;
            } else if (c == '{' || c == '[') {
                ++m_depth;
            } else if (m_depth == 0 && (c == ',' || c == ']')) {
                return true;
            } else if (c == '}' || c == ']') {
                m_depth = std::max(0, m_depth - 1);
            }
        }
        return false;
    }

    size_t at() const { return m_at; }

private:
    size_t m_at = 0;
    int m_depth = 0;
    bool m_quoted = false;
    bool m_escaped = false;
};

class JsonArrayReading
{
public:
    JsonArrayReading(const std::filesystem::path &path, const ReadOptions &options,
                     std::stop_token stop, const ProgressHandler &onProgress)
        : m_path(path), m_options(options),
          m_window(path, options.blockSize, std::move(stop), onProgress), m_rows(path, m_window)
    {
    }

    Table read()
    {
        m_window.skipMark();
        skipSpace();
        pass(1); // the opening bracket
        while (takeElement()) {
        }
        skipSpace();
        if (!m_window.view().empty())
            m_rows.keepAside(m_line, 1,
                             {"data.text_after_array",
                              LUTHIER_MESSAGE("Line {line}: something follows the end of the "
                                              "array, and was not read."),
                              {{"line", m_line}}});
        return m_rows.finish();
    }

private:
    void pass(size_t count)
    {
        const std::string_view passed = m_window.view().substr(0, count);
        m_line += std::ranges::count(passed, '\n');
        m_window.take(passed.size());
    }

    void skipSpace()
    {
        for (;;) {
            const std::string_view view = m_window.view();
            const size_t count = std::min(view.find_first_not_of(space), view.size());
            const bool more = count == view.size() && !m_window.atEnd();
            pass(count);
            if (!more)
                return;
            m_window.grow();
        }
    }

    /// False behind the last one.
    bool takeElement()
    {
        skipSpace();
        ElementEnd end;
        while (!end.look(m_window.view()) && !m_window.atEnd()) {
            if (m_window.view().size() > m_options.longestRecord)
                throw failure(
                    "data.endless_element",
                    LUTHIER_MESSAGE("{file} holds an element of more than {limit} bytes, "
                                    "from line {line} on; a bracket or quote is missing."),
                    {{"file", m_path.string()},
                     {"limit", int64_t(m_options.longestRecord)},
                     {"line", m_line}});
            m_window.grow();
        }
        const std::string_view view = m_window.view();
        const bool ended = end.at() < view.size();
        const bool last = !ended || view[end.at()] == ']';
        std::string_view element = view.substr(0, end.at());
        element = element.substr(0, element.find_last_not_of(space) + 1);
        if (!ended)
            m_rows.keepAside(m_line, 1 + std::ranges::count(element, '\n'),
                             {"data.array_not_closed",
                              LUTHIER_MESSAGE("Line {line}: the file ends inside the array that "
                                              "goes on here."),
                              {{"line", m_line}}});
        else if (!element.empty() || !last)
            m_rows.take(element, m_line);
        pass(end.at() + ended);
        return !last;
    }

    std::filesystem::path m_path;
    const ReadOptions &m_options;
    FileWindow m_window;
    JsonRows m_rows;
    int64_t m_line = 1;
};

} // namespace

bool looksLikeJsonArray(std::string_view head)
{
    if (head.starts_with(utf8Mark))
        head.remove_prefix(utf8Mark.size());
    const size_t open = head.find_first_not_of(space);
    if (open == std::string_view::npos || head[open] != '[')
        return false;
    const size_t inner = head.find_first_not_of(space, open + 1);
    return inner != std::string_view::npos &&
           (head[inner] == '{' || head[inner] == ']' ||
            head.substr(open, inner - open).find('\n') != std::string_view::npos);
}

Reader jsonArrayReader()
{
    return {
        .descriptor = {.id = "json",
                       .name = "JSON",
                       .summary = LUTHIER_MESSAGE(
                           "One JSON array of objects; their keys are the columns.")},
        .extensions = {"json"},
        .recognises = [](const std::filesystem::path &,
                         std::string_view head) { return looksLikeJsonArray(head); },
        .read =
            [](const std::filesystem::path &path, const ReadOptions &options, std::stop_token stop,
               const ProgressHandler &onProgress) {
                return JsonArrayReading(path, options, std::move(stop), onProgress).read();
            },
    };
}

} // namespace luthier
