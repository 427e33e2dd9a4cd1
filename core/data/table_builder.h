// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <unordered_map>

namespace luthier {

/// Collects rows into chunks of a few megabytes, so that memory stays near the size of the text.
class TableBuilder
{
public:
    explicit TableBuilder(std::string source);
    ~TableBuilder();

    /// Index of the column, made when it is new: earlier rows are null there.
    int column(const std::string &name);
    int columnCount() const;
    const std::string &columnName(int column) const;

    /// Sets a cell of the row being built; a cell that is not set is null.
    void set(int column, std::string_view text);
    void endRow(int64_t sourceRow);
    void keepAside(int64_t line, int64_t lines, Message reason);
    void note(Message message);
    void countBlankLine() { ++m_table.blankLines; }
    SourceFacts &facts() { return m_table.facts; }

    int64_t rows() const { return int64_t(m_table.sourceRow.size()); }
    const std::vector<UnreadableLine> &unreadable() const { return m_table.unreadable; }

    /// Throws when no row could be read; adds the notes that count what was left out.
    Table finish();

private:
    struct Column;

    void flush();

    Table m_table;
    std::vector<Column> m_columns;
    std::unordered_map<std::string, int> m_indices;
    std::vector<int64_t> m_chunkRows;
    int64_t m_rowsInChunk = 0;
    int64_t m_bytesInChunk = 0;
};

} // namespace luthier
