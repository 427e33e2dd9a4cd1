// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_rows.h"

#include "core/base/error.h"
#include "core/data/line_faults.h"

#include <algorithm>

namespace luthier {

JsonRows::JsonRows(const std::filesystem::path &path, const FileWindow &window)
    : m_path(path), m_window(window), m_builder(path.filename().string())
{
}

void JsonRows::take(std::string_view object, int64_t line)
{
    const int64_t lines = 1 + std::ranges::count(object, '\n');
    if (const TextFault fault = faultIn(object); fault != TextFault::None)
        return keepAside(line, lines, notText(fault, line, m_window.encoding()));
    if (const JsonLineFault fault = parseJsonLine(object, m_members))
        return keepAside(line, lines,
                         {fault.id, fault.text, {{"line", line}, {"byte", int64_t(fault.byte)}}});
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

void JsonRows::keepAside(int64_t line, int64_t lines, Message reason)
{
    m_builder.keepAside(line, lines, std::move(reason));
}

Table JsonRows::finish()
{
    m_builder.facts().encoding = encodingName(m_window.encoding());
    m_builder.facts().bytes = m_window.bytesRead();
    noteMixedKinds();
    return m_builder.finish();
}

/// A null costs memory though it costs the file nothing.
void JsonRows::refuseSparse() const
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

void JsonRows::noteMixedKinds()
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

} // namespace luthier
