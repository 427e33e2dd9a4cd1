// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace luthier {

struct CsvDialect
{
    char separator = ',';          ///< 0: one column, nothing separates
    char quote = '"';              ///< 0: cells are never quoted
    bool backslash = false;        ///< \" inside quotes stands for a quote
    bool spaceBeforeQuote = false; ///< a, "b" quotes b
    char lineEnd = '\n';           ///< '\r' for old Macintosh files; CRLF counts as '\n'

    bool operator==(const CsvDialect &) const = default;
};

/// One row as RFC 4180 delimits it, quotes resolved.
struct CsvRecord
{
    static constexpr size_t mostCells = 10001;

    enum class Status {
        Whole,
        NeedsMore,      ///< the bytes end inside the record
        TextAfterQuote, ///< in cell `width`: a closed quote is followed by text
        NeverClosed,    ///< in cell `width`: the file ends inside a quote
    };
    struct Cell
    {
        size_t begin;
        size_t end;
        bool quoted;
    };

    Status status = Status::Whole;
    size_t width = 0;        ///< cells found
    std::vector<Cell> cells; ///< the first `mostCells` of them
    std::string text;        ///< the cells' contents, one after another
    size_t bytes = 0;        ///< taken from the source, line break included
    int64_t lines = 0;       ///< line breaks among them, the last line of a file too
    bool strayQuote = false; ///< a quote inside a cell that is not quoted

    std::string_view cell(size_t i) const
    {
        return std::string_view(text).substr(cells[i].begin, cells[i].end - cells[i].begin);
    }
    bool blank() const
    {
        return cells.size() == 1 && !cells[0].quoted && cells[0].begin == cells[0].end;
    }
};

/// Reads one record from the front of `bytes` (not empty). `atEnd`: nothing follows them in the
/// file.
void parseRecord(std::string_view bytes, bool atEnd, const CsvDialect &dialect, CsvRecord &record);

} // namespace luthier
