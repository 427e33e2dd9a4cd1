// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/jsonl_reader.h"

#include "core/base/error.h"
#include "core/data/file_window.h"
#include "core/data/json_line.h"
#include "core/data/line_faults.h"
#include "core/data/table_builder.h"
#include "core/data/text_bytes.h"

#include <array>

namespace luthier {

namespace {

class JsonlReading
{
public:
    JsonlReading(const std::filesystem::path &path, const ReadOptions &options,
                 std::stop_token stop, const ProgressHandler &onProgress)
        : m_path(path), m_options(options),
          m_window(path, options.blockSize, std::move(stop), onProgress),
          m_builder(path.filename().string())
    {
    }

    Table read()
    {
        while (m_window.view().size() < utf8Mark.size() && !m_window.atEnd())
            m_window.grow();
        if (m_window.view().starts_with(utf8Mark))
            m_window.take(utf8Mark.size());
        SourceFacts &facts = m_builder.facts();
        while (nextLine()) {
            takeLine(++facts.lines);
            m_window.take(m_taken);
        }
        facts.encoding = "UTF-8";
        facts.bytes = m_window.bytesRead();
        noteMixedKinds();
        return m_builder.finish();
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
            return m_builder.countBlankLine();
        if (const TextFault fault = faultIn(m_line); fault != TextFault::None)
            return m_builder.keepAside(line, 1, notText(fault, line));
        if (const JsonLineFault fault = parseJsonLine(m_line, m_members))
            return m_builder.keepAside(
                line, 1, {fault.id, fault.text, {{"line", line}, {"byte", int64_t(fault.byte)}}});
        for (const JsonMember &member : m_members) {
            const int column = m_builder.column(member.key);
            m_kinds.resize(size_t(m_builder.columnCount()));
            if (member.kind != JsonMember::Kind::Null)
                m_builder.set(column, member.value);
            ++m_kinds[size_t(column)][size_t(member.kind)];
        }
        m_builder.endRow(line);
        refuseSparse();
    }

    /// A null costs memory though it costs the file nothing.
    void refuseSparse() const
    {
        const uint64_t cells = uint64_t(m_builder.rows()) * uint64_t(m_builder.columnCount());
        if (cells > m_window.bytesRead() / 2 + (uint64_t(8) << 20))
            throw failure(
                "data.too_sparse",
                LUTHIER_MESSAGE("{file} has {columns} different keys over {rows} rows, nearly all "
                                "of them missing; use the same keys in every line."),
                {{"file", m_path.string()},
                 {"columns", int64_t(m_builder.columnCount())},
                 {"rows", m_builder.rows()}});
    }

    void noteMixedKinds()
    {
        for (int column = 0; column < m_builder.columnCount(); ++column) {
            const int64_t texts = m_kinds[size_t(column)][size_t(JsonMember::Kind::Text)];
            const int64_t numbers = m_kinds[size_t(column)][size_t(JsonMember::Kind::Number)];
            if (texts > 0 && numbers > 0)
                m_builder.note({"data.mixed_kinds",
                                LUTHIER_MESSAGE("Column {column} holds text in {texts} rows and "
                                                "numbers in {numbers}; both were read as text."),
                                {{"column", m_builder.columnName(column)},
                                 {"texts", texts},
                                 {"numbers", numbers}}});
        }
    }

    std::filesystem::path m_path;
    const ReadOptions &m_options;
    FileWindow m_window;
    TableBuilder m_builder;
    std::string_view m_line;
    size_t m_taken = 0;
    std::vector<JsonMember> m_members;
    std::vector<std::array<int64_t, 5>> m_kinds; ///< rows by column and kind of value
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
                       .summary = "One JSON object a line; its keys are the columns."},
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
