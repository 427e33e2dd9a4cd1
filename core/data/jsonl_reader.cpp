// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/jsonl_reader.h"

#include "core/base/error.h"
#include "core/data/file_window.h"
#include "core/data/json_rows.h"
#include "core/data/text_bytes.h"

namespace luthier {

namespace {

class JsonlReading
{
public:
    JsonlReading(const std::filesystem::path &path, const ReadOptions &options,
                 std::stop_token stop, const ProgressHandler &onProgress)
        : m_path(path), m_options(options),
          m_window(path, options.blockSize, std::move(stop), onProgress), m_rows(path, m_window)
    {
    }

    Table read()
    {
        m_window.skipMark();
        SourceFacts &facts = m_rows.facts();
        while (nextLine()) {
            takeLine(++facts.lines);
            m_window.take(m_taken);
        }
        return m_rows.finish();
    }

private:
    /// Looks for the end of the next line; false at the end of the file.
    bool nextLine()
    {
        size_t searched = 0;
        for (;;) {
            const std::string_view view = m_window.view();
            const size_t end = view.find('\n', searched);
            if (end != std::string_view::npos || m_window.atEnd()) {
                m_line = view.substr(0, end);
                m_taken = m_line.size() + (end != std::string_view::npos);
                return m_taken > 0;
            }
            if (view.size() > m_options.longestRecord)
                throw failure(
                    "data.endless_line",
                    LUTHIER_MESSAGE(
                        "{file} holds a line of more than {limit} bytes; write one object a line."),
                    {{"file", m_path.string()}, {"limit", int64_t(m_options.longestRecord)}});
            searched = view.size();
            m_window.grow();
        }
    }

    void takeLine(int64_t line)
    {
        if (m_line.find_first_not_of(" \t\r") == std::string_view::npos)
            return m_rows.countBlankLine();
        m_rows.take(m_line, line);
    }

    std::filesystem::path m_path;
    const ReadOptions &m_options;
    FileWindow m_window;
    JsonRows m_rows;
    std::string_view m_line;
    size_t m_taken = 0;
};

/// An object in one of the first lines, so that a broken one among them changes nothing; under its
/// own name a brace is enough.
bool looksLikeJsonLines(const std::filesystem::path &path, std::string_view head)
{
    if (head.starts_with(utf8Mark))
        head.remove_prefix(utf8Mark.size());
    const size_t open = head.find_first_not_of(" \t\r\n");
    const bool named = plainExtension(path) == "jsonl" || plainExtension(path) == "ndjson";
    if (named && open != std::string_view::npos && head[open] == '{')
        return true;
    std::vector<JsonMember> members;
    for (int line = 0; line < 8 && !head.empty(); ++line) {
        const size_t end = head.find('\n');
        if (!parseJsonLine(head.substr(0, end), members))
            return true;
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    }
    return false;
}

} // namespace

Reader jsonlReader()
{
    return {
        .descriptor = {.id = "jsonl",
                       .name = "JSON Lines",
                       .summary =
                           LUTHIER_MESSAGE("One JSON object a line; its keys are the columns.")},
        .extensions = {"jsonl", "ndjson"},
        .recognises = looksLikeJsonLines,
        .read =
            [](const std::filesystem::path &path, const ReadOptions &options, std::stop_token stop,
               const ProgressHandler &onProgress) {
                return JsonlReading(path, options, std::move(stop), onProgress).read();
            },
    };
}

} // namespace luthier
