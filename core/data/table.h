// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arrow {
class StringArray;
class Table;
} // namespace arrow

namespace luthier {

/// A stretch of the source that is no row: kept aside, never guessed at.
struct UnreadableLine
{
    int64_t line = 0;  ///< where it begins, counted from 1
    int64_t lines = 1; ///< how many lines it spans
    Message reason;    ///< one sentence that names the line
};

/// What a reader found out about the file itself. For a file of text,
/// `lines` = `headerLines` + the table's blank and unreadable lines + its rows + `furtherLines`.
struct SourceFacts
{
    std::string format;   ///< the reader's name: "CSV"
    std::string encoding; ///< as it was told from the bytes: "UTF-8"; empty: the format says it
    char separator = 0;   ///< CSV: between two cells; 0: nothing separates
    uint64_t bytes = 0;
    int64_t files = 0; ///< of a folder: its texts and what was kept aside; 0: it is one file
    int64_t lines = 0; ///< 0 where the format knows no lines
    int64_t headerLines = 0;
    int64_t furtherLines = 0; ///< of rows that span more than one
};

/// Rows of text as a reader found them. Every column is a string column; an absent value is null.
class Table
{
public:
    Table() = default;
    /// `columns` holds utf8 columns only.
    Table(std::string source, std::shared_ptr<arrow::Table> columns);

    std::string source;                    ///< the file's name, for messages
    std::shared_ptr<arrow::Table> columns; ///< the same cells for Arrow's own tools
    std::vector<int64_t> sourceRow;        ///< [rows] line (from 1) where each row began
    SourceFacts facts;
    std::vector<UnreadableLine> unreadable;
    std::vector<Message> notes; ///< what the user should know, in the order found
    int64_t blankLines = 0;

    int64_t rows() const;
    const std::vector<std::string> &columnNames() const { return m_names; }
    std::optional<int> columnIndex(std::string_view name) const;

    /// The cell's bytes (valid UTF-8), or nothing for null; they live as long as `columns`.
    std::optional<std::string_view> cell(int64_t row, int column) const;

private:
    struct Chunk
    {
        int64_t firstRow;
        const arrow::StringArray *cells;
    };

    std::vector<std::string> m_names;
    std::vector<std::vector<Chunk>> m_chunks; ///< by column
};

} // namespace luthier
