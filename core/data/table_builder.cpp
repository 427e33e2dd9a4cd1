// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/table_builder.h"

#include "core/base/error.h"
#include "core/base/nested_message.h"

#include <arrow/api.h>
#include <new>

namespace luthier {

namespace {

constexpr int64_t chunkRows = 65536;
constexpr int64_t chunkBytes = 4 << 20;
constexpr int mostColumns = 10000;
constexpr size_t mostUnreadable = 100000;

void check(const arrow::Status &status)
{
    if (status.IsOutOfMemory())
        throw std::bad_alloc();
    if (!status.ok())
        throw std::runtime_error(status.ToString());
}

template <typename T>
T valueOf(arrow::Result<T> result)
{
    check(result.status());
    return std::move(result).ValueUnsafe();
}

std::shared_ptr<arrow::Array> nulls(int64_t rows)
{
    return valueOf(arrow::MakeArrayOfNull(arrow::utf8(), rows));
}

Error nothingRead(const Table &table)
{
    if (table.unreadable.empty())
        return failure(
            "data.header_only",
            LUTHIER_MESSAGE(
                "{file} names its columns but holds no rows; add rows below the first line."),
            {{"file", table.source}});
    Message message{
        "data.no_readable_row",
        LUTHIER_MESSAGE(
            "No row of {file} could be read; {count} places were kept aside, the first: {reason}"),
        {{"file", table.source}, {"count", int64_t(table.unreadable.size())}}};
    nest(message, "reason", table.unreadable.front().reason);
    return Error(std::move(message));
}

Error tooManyUnreadable(const Table &table)
{
    Message message{
        "data.too_many_unreadable",
        LUTHIER_MESSAGE("More than {limit} places of {file} cannot be read, the first: {reason}"),
        {{"file", table.source}, {"limit", int64_t(mostUnreadable)}}};
    nest(message, "reason", table.unreadable.front().reason);
    return Error(std::move(message));
}

/// Of a folder: the name of the first file that is kept aside.
MessageValue nameOf(const UnreadableLine &aside)
{
    const auto &values = aside.reason.values;
    const auto name = values.find("name");
    return name == values.end() ? values.at("file") : name->second;
}

} // namespace

struct TableBuilder::Column
{
    std::string name;
    // Arrow's default pool keeps what a finished chunk did not use; malloc gives it back.
    std::unique_ptr<arrow::StringBuilder> cells =
        std::make_unique<arrow::StringBuilder>(arrow::system_memory_pool());
    arrow::ArrayVector chunks{};
};

TableBuilder::TableBuilder(std::string source)
{
    m_table.source = std::move(source);
}

TableBuilder::~TableBuilder() = default;

int TableBuilder::columnCount() const
{
    return int(m_columns.size());
}

int TableBuilder::column(const std::string &name)
{
    const auto [known, isNew] = m_indices.emplace(name, columnCount());
    if (!isNew)
        return known->second;
    if (columnCount() == mostColumns)
        throw failure("data.too_many_columns",
                      LUTHIER_MESSAGE("{file} has more than {limit} columns; choose the ones that "
                                      "matter and save them alone."),
                      {{"file", m_table.source}, {"limit", int64_t(mostColumns)}});
    Column &made = m_columns.emplace_back(Column{name});
    for (const int64_t rows : m_chunkRows)
        made.chunks.push_back(nulls(rows));
    return columnCount() - 1;
}

const std::string &TableBuilder::columnName(int column) const
{
    return m_columns[size_t(column)].name;
}

void TableBuilder::set(int column, std::string_view text)
{
    arrow::StringBuilder &cells = *m_columns[size_t(column)].cells;
    check(cells.AppendNulls(m_rowsInChunk - cells.length()));
    check(cells.Append(text));
    m_bytesInChunk += int64_t(text.size());
}

void TableBuilder::endRow(int64_t sourceRow)
{
    m_table.sourceRow.push_back(sourceRow);
    ++m_rowsInChunk;
    if (m_rowsInChunk >= chunkRows || m_bytesInChunk >= chunkBytes)
        flush();
}

void TableBuilder::flush()
{
    std::shared_ptr<arrow::Array> untouched;
    for (Column &column : m_columns) {
        if (column.cells->length() == 0) {
            if (!untouched)
                untouched = nulls(m_rowsInChunk);
            column.chunks.push_back(untouched);
            continue;
        }
        check(column.cells->AppendNulls(m_rowsInChunk - column.cells->length()));
        column.chunks.push_back(valueOf(column.cells->Finish()));
    }
    m_chunkRows.push_back(m_rowsInChunk);
    m_rowsInChunk = 0;
    m_bytesInChunk = 0;
}

void TableBuilder::keepAside(int64_t line, int64_t lines, Message reason)
{
    if (m_table.unreadable.size() == mostUnreadable)
        throw tooManyUnreadable(m_table);
    m_table.unreadable.push_back({line, lines, std::move(reason)});
}

void TableBuilder::note(Message message)
{
    m_table.notes.push_back(std::move(message));
}

Table TableBuilder::finish()
{
    if (rows() == 0)
        throw nothingRead(m_table);
    if (m_rowsInChunk > 0)
        flush();
    arrow::FieldVector fields;
    arrow::ChunkedArrayVector columns;
    for (Column &column : m_columns) {
        fields.push_back(arrow::field(column.name, arrow::utf8()));
        columns.push_back(
            std::make_shared<arrow::ChunkedArray>(std::move(column.chunks), arrow::utf8()));
    }
    Table done(m_table.source, arrow::Table::Make(arrow::schema(fields), columns, rows()));
    done.sourceRow = std::move(m_table.sourceRow);
    done.unreadable = std::move(m_table.unreadable);
    done.notes = std::move(m_table.notes);
    done.blankLines = m_table.blankLines;
    done.facts = std::move(m_table.facts);
    if (!done.unreadable.empty() && done.facts.files > 0)
        done.notes.push_back(
            {"data.files_kept_aside",
             LUTHIER_MESSAGE(
                 "Files of {folder} kept aside: {count} of {files}; the first is {name}."),
             {{"count", int64_t(done.unreadable.size())},
              {"files", done.facts.files},
              {"folder", done.source},
              {"name", nameOf(done.unreadable.front())}}});
    else if (!done.unreadable.empty())
        done.notes.push_back({"data.kept_aside",
                              LUTHIER_MESSAGE("{count} places of {file} could not be read and were "
                                              "kept aside; the first is line {line}."),
                              {{"count", int64_t(done.unreadable.size())},
                               {"file", done.source},
                               {"line", done.unreadable.front().line}}});
    if (done.blankLines > 0)
        done.notes.push_back({"data.blank_lines",
                              LUTHIER_MESSAGE("Blank lines of {file} passed over: {count}."),
                              {{"count", done.blankLines}, {"file", done.source}}});
    return done;
}

} // namespace luthier
