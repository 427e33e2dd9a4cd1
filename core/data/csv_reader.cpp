// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_reader.h"

#include "core/base/error.h"
#include "core/data/column_names.h"
#include "core/data/csv_dialect.h"
#include "core/data/csv_header.h"
#include "core/data/file_window.h"
#include "core/data/line_faults.h"
#include "core/data/table_builder.h"

#include <algorithm>

namespace luthier {

namespace {

constexpr size_t sampleBytes = 1 << 20;
constexpr size_t sampleRows = 1000;

std::vector<std::string> cellsOf(const CsvRecord &record)
{
    std::vector<std::string> cells;
    for (size_t i = 0; i < record.cells.size(); ++i)
        cells.emplace_back(record.cell(i));
    return cells;
}

class CsvReading
{
public:
    CsvReading(const std::filesystem::path &path, const ReadOptions &options, std::stop_token stop,
               const ProgressHandler &onProgress)
        : m_path(path), m_options(options),
          m_window(path, options.blockSize, std::move(stop), onProgress),
          m_builder(path.filename().string())
    {
    }

    Table read()
    {
        begin();
        while (next())
            takeRecord();
        SourceFacts &facts = m_builder.facts();
        facts.encoding = encodingName(m_window.encoding());
        facts.separator = m_dialect.separator;
        facts.bytes = m_window.bytesRead();
        facts.lines = m_line - 1;
        return m_builder.finish();
    }

private:
    using Status = CsvRecord::Status;

    void begin()
    {
        while (m_window.view().size() < sampleBytes && !m_window.atEnd())
            m_window.grow();
        m_window.skipMark();
        const std::string_view sample = m_window.view().substr(0, sampleBytes);
        const bool whole = m_window.atEnd() && sample.size() == m_window.view().size();
        m_namedAsTable = std::ranges::count(csvReader().extensions, plainExtension(m_path)) > 0;
        m_dialect = sniffDialect(sample, whole, m_namedAsTable, m_options);
        noteDialect();
        readHeader();
    }

    void noteDialect()
    {
        if (m_dialect.quote == '\0')
            m_builder.note(
                {"data.no_quotes",
                 LUTHIER_MESSAGE("Quotes do not enclose cells in {file}; they were read as text."),
                 {{"file", fileName()}}});
        if (m_dialect.backslash)
            m_builder.note(
                {"data.backslash_quotes",
                 LUTHIER_MESSAGE(
                     "A backslash before a quote in {file} was read as the quote alone."),
                 {{"file", fileName()}}});
    }

    /// Parses the next record; false at the end of the file. Blank lines are passed over.
    bool next()
    {
        for (;;) {
            while (m_window.view().empty() && !m_window.atEnd())
                m_window.grow();
            if (m_window.view().empty())
                return false;
            parseWhole();
            if (m_record.status != Status::Whole || !m_record.blank())
                return true;
            m_builder.countBlankLine();
            pass();
        }
    }

    void parseWhole()
    {
        for (;;) {
            parseRecord(m_window.view(), m_window.atEnd(), m_dialect, m_record);
            if (m_record.status != Status::NeedsMore)
                return;
            if (m_window.view().size() > m_options.longestRecord) {
                m_record.status = Status::NeverClosed;
                return;
            }
            m_window.grow();
        }
    }

    void pass()
    {
        m_window.take(m_record.bytes);
        m_line += m_record.lines;
    }

    void readHeader()
    {
        if (!next())
            throw failure("data.empty",
                          LUTHIER_MESSAGE("{file} is empty; choose a file with rows."),
                          {{"file", m_path.string()}});
        const std::string_view bytes = m_window.view().substr(0, m_record.bytes);
        if (m_record.status != Status::Whole || faultIn(bytes) != TextFault::None)
            throw failure("data.bad_header",
                          LUTHIER_MESSAGE("The first line of {file} cannot be read: it has to name "
                                          "the columns, as UTF-8 text with closed quotes."),
                          {{"file", m_path.string()}});
        const std::vector<std::string> first = cellsOf(m_record);
        const bool isHeader = m_options.header == ReadOptions::Header::Guess
                                  ? guessHeader(first)
                                  : m_options.header == ReadOptions::Header::Present;
        ColumnNaming naming = isHeader ? namesFromHeader(first) : namesWithoutHeader(first.size());
        for (Message &message : naming.notes)
            m_builder.note(std::move(message));
        for (const std::string &name : naming.names)
            m_builder.column(name);
        if (!isHeader)
            return;
        m_builder.facts().headerLines = m_record.lines;
        pass();
    }

    bool guessHeader(const std::vector<std::string> &first) const
    {
        // Plain lines of text have no header, unless the first one says what they are.
        if (first.size() == 1 && !m_namedAsTable)
            return isUsualColumnName(first[0]);
        return looksLikeHeader(first, rowsBelow(first.size()));
    }

    std::vector<std::vector<std::string>> rowsBelow(size_t columns) const
    {
        std::vector<std::vector<std::string>> rows;
        std::string_view rest = m_window.view().substr(m_record.bytes).substr(0, sampleBytes);
        CsvRecord record;
        while (!rest.empty() && rows.size() < sampleRows) {
            parseRecord(rest, m_window.atEnd(), m_dialect, record);
            rest.remove_prefix(record.bytes);
            if (record.status == Status::Whole && record.width == columns)
                rows.push_back(cellsOf(record));
        }
        return rows;
    }

    void takeRecord()
    {
        if (m_record.status == Status::TextAfterQuote) {
            setBrokenAside({"data.text_after_quote",
                            LUTHIER_MESSAGE("Line {line}, column {column}: text follows a closed "
                                            "quote; double the quotes inside a cell."),
                            {{"line", m_line}, {"column", int64_t(m_record.width + 1)}}});
        } else if (m_record.status == Status::NeverClosed) {
            setBrokenAside({"data.quote_never_closed",
                            LUTHIER_MESSAGE("Line {line}, column {column}: a quote is opened and "
                                            "never closed; close or double it."),
                            {{"line", m_line}, {"column", int64_t(m_record.width + 1)}}});
        } else if (const TextFault fault = faultIn(m_window.view().substr(0, m_record.bytes));
                   fault != TextFault::None) {
            setAside(notText(fault, m_line, m_window.encoding()));
        } else if (int64_t(m_record.width) != m_builder.columnCount()) {
            Message reason{
                "data.row_width",
                LUTHIER_MESSAGE(
                    "Line {line} has {found} columns where the first line has {expected}."),
                {{"line", m_line},
                 {"found", int64_t(m_record.width)},
                 {"expected", int64_t(m_builder.columnCount())}}};
            m_record.lines > 1 ? setBrokenAside(std::move(reason)) : setAside(std::move(reason));
        } else {
            addRow();
        }
    }

    void addRow()
    {
        for (size_t i = 0; i < m_record.cells.size(); ++i)
            if (const std::string_view text = m_record.cell(i);
                !text.empty() || m_record.cells[i].quoted)
                m_builder.set(int(i), text);
        m_builder.endRow(m_line);
        m_builder.facts().furtherLines += m_record.lines - 1;
        pass();
    }

    void setAside(Message reason)
    {
        m_builder.keepAside(m_line, m_record.lines, std::move(reason));
        pass();
    }

    /// A quote gone wrong may have swallowed good lines: they are read again when they stand by
    /// themselves, and kept aside with it when they do not.
    void setBrokenAside(Message reason)
    {
        const std::string_view view = m_window.view();
        const size_t lineEnd = view.find(m_dialect.lineEnd);
        const bool tooLong = m_record.bytes > m_options.longestRecord;
        // What is read twice is bounded, so that hostile quotes cannot make reading slow.
        m_readTwice += m_record.bytes;
        const bool affordable = m_readTwice <= 2 * m_window.bytesRead() + sampleBytes;
        if (lineEnd != std::string_view::npos && affordable &&
            standsByItself(view.substr(lineEnd + 1))) {
            m_record.bytes = lineEnd + 1;
            m_record.lines = 1;
        } else if (tooLong) {
            throw failure("data.endless_cell",
                          LUTHIER_MESSAGE("Line {line} of {file}: a quote is opened and not closed "
                                          "within {limit} bytes; close it."),
                          {{"line", m_line},
                           {"file", m_path.string()},
                           {"limit", int64_t(m_options.longestRecord)}});
        }
        setAside(std::move(reason));
    }

    bool standsByItself(std::string_view rest) const
    {
        constexpr int enough = 16;
        constexpr int least = 3;
        CsvRecord record;
        int good = 0;
        while (!rest.empty() && good < enough) {
            parseRecord(rest, m_window.atEnd(), m_dialect, record);
            if (record.status == Status::NeedsMore)
                break;
            rest.remove_prefix(record.bytes);
            if (record.status == Status::Whole && record.blank())
                continue;
            if (record.status != Status::Whole || record.strayQuote ||
                int64_t(record.width) != m_builder.columnCount())
                return false;
            ++good;
        }
        return good >= least;
    }

    std::string fileName() const { return m_path.filename().string(); }

    std::filesystem::path m_path;
    const ReadOptions &m_options;
    FileWindow m_window;
    TableBuilder m_builder;
    bool m_namedAsTable = false;
    CsvDialect m_dialect;
    CsvRecord m_record;
    int64_t m_line = 1;
    uint64_t m_readTwice = 0;
};

/// Text, if not many control bytes say otherwise: one zero byte is a bad row, not a foreign file.
bool looksLikeText(const std::filesystem::path &, std::string_view head)
{
    const auto control = std::ranges::count_if(head, [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    });
    return size_t(control) <= std::max<size_t>(8, head.size() / 50);
}

} // namespace

Reader csvReader()
{
    return {
        .descriptor =
            {.id = "csv",
             .name = "CSV",
             .summary = LUTHIER_MESSAGE(
                 "A table as text, with commas, semicolons, tabs or bars between its cells.")},
        .extensions = {"csv", "tsv", "tab"},
        .recognises = looksLikeText,
        .read =
            [](const std::filesystem::path &path, const ReadOptions &options, std::stop_token stop,
               const ProgressHandler &onProgress) {
                return CsvReading(path, options, std::move(stop), onProgress).read();
            },
    };
}

} // namespace luthier
