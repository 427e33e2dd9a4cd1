// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/catalog.h"

#include <QTemporaryDir>
#include <algorithm>
#include <filesystem>
#include <fstream>

/// Writes a file into a folder whose name holds spaces and Hangul, and reads it as a table.
inline luthier::Table readText(const std::string &content, const std::string &name = "rows.csv",
                               const luthier::ReadOptions &options = {})
{
    static const QTemporaryDir outer;
    const auto folder = std::filesystem::path(outer.path().toStdString()) / "a folder 데이터";
    std::filesystem::create_directory(folder);
    std::filesystem::remove(folder / name);
    std::ofstream(folder / name, std::ios::binary) << content;
    return luthier::readTable(folder / name, options);
}

/// Cells divided by |, rows by /, null as ~, line breaks as \n and \r.
inline QByteArray shown(const luthier::Table &table)
{
    QByteArray out;
    for (int64_t row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < int(table.columnNames().size()); ++column) {
            const auto cell = table.cell(row, column);
            out += column ? "|" : row ? "/" : "";
            out += cell ? QByteArray(cell->data(), qsizetype(cell->size())) : QByteArray("~");
        }
    }
    return out.replace("\n", "\\n").replace("\r", "\\r");
}

inline QByteArray shownNames(const luthier::Table &table)
{
    QByteArray out;
    for (const std::string &name : table.columnNames())
        out += (out.isEmpty() ? "" : "|") + QByteArray::fromStdString(name);
    return out;
}

/// "3 row_width; 7+2 quote_never_closed": line, further lines, reason.
inline QByteArray shownAside(const luthier::Table &table)
{
    QByteArray out;
    for (const luthier::UnreadableLine &line : table.unreadable) {
        out += (out.isEmpty() ? "" : "; ") + QByteArray::number(qlonglong(line.line));
        out += line.lines > 1 ? "+" + QByteArray::number(qlonglong(line.lines - 1)) : QByteArray();
        out += " " + QByteArray::fromStdString(line.reason.id.substr(5));
    }
    return out;
}

/// "1,2,5": where the rows began.
inline QByteArray shownLines(const luthier::Table &table)
{
    QByteArray out;
    for (const int64_t line : table.sourceRow)
        out += (out.isEmpty() ? "" : ",") + QByteArray::number(qlonglong(line));
    return out;
}

inline bool hasMessage(const std::vector<luthier::Message> &messages, const char *id)
{
    return std::ranges::find(messages, id, &luthier::Message::id) != messages.end();
}

inline QByteArray sentence(const std::vector<luthier::Message> &messages, const char *id)
{
    const auto found = std::ranges::find(messages, id, &luthier::Message::id);
    return found == messages.end() ? QByteArray() : QByteArray::fromStdString(found->english());
}

/// The English of the error that `work` ends with; empty when it ends well.
template <typename Work>
QByteArray errorOf(Work work)
{
    try {
        work();
        return {};
    } catch (const luthier::Error &error) {
        return QByteArray::fromStdString(error.message.id + ": " + error.message.english());
    }
}

/// Lines of the source that the table accounts for; `lineEnd` as the reader counts them.
inline int64_t accountedLines(const luthier::Table &table, int64_t headerLines, char lineEnd = '\n')
{
    int64_t lines = headerLines + table.blankLines + table.rows();
    for (const luthier::UnreadableLine &line : table.unreadable)
        lines += line.lines;
    for (int64_t row = 0; row < table.rows(); ++row)
        for (int column = 0; column < int(table.columnNames().size()); ++column)
            if (const auto cell = table.cell(row, column))
                lines += std::count(cell->begin(), cell->end(), lineEnd);
    return lines;
}

inline int64_t linesOf(const std::string &content, char lineEnd = '\n')
{
    return std::count(content.begin(), content.end(), lineEnd) +
           (!content.empty() && content.back() != lineEnd);
}

/// `good` with one to four bytes changed, put in from `bytes`, or cut out.
inline std::string mutated(const std::string &good, const std::string &bytes,
                           luthier::SplitMix64 &random)
{
    std::string content = good;
    for (uint64_t i = 1 + random.below(4); i > 0; --i) {
        const size_t at = random.below(content.size());
        const char byte = bytes[random.below(bytes.size())];
        const uint64_t change = random.below(3);
        if (change == 0)
            content[at] = byte;
        else if (change == 1)
            content.insert(content.begin() + ptrdiff_t(at), byte);
        else
            content.erase(at, 1 + random.below(5));
    }
    return content;
}
