// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_header.h"

#include "core/data/column_names.h"
#include "core/data/numbers.h"

#include <algorithm>
#include <set>

namespace luthier {

namespace {

std::string trimmed(const std::string &text)
{
    const size_t begin = text.find_first_not_of(" \t");
    return begin == std::string::npos
               ? ""
               : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string numbered(size_t column)
{
    return "column " + std::to_string(column + 1);
}

std::string unused(const std::string &wanted, const std::set<std::string> &used)
{
    std::string name = wanted;
    for (int copy = 2; used.contains(name); ++copy)
        name = wanted + " (" + std::to_string(copy) + ")";
    return name;
}

/// What one column says: how often its first cell comes back, and whether all cells are numbers.
struct ColumnEvidence
{
    size_t returns = 0;
    bool numbers = true;
};

ColumnEvidence evidence(const std::string &first, const std::vector<std::vector<std::string>> &rows,
                        size_t column)
{
    ColumnEvidence found;
    size_t filled = 0;
    for (const auto &row : rows) {
        if (row[column].empty())
            continue;
        ++filled;
        found.returns += row[column] == first;
        found.numbers = found.numbers && parseNumber(row[column]).has_value();
    }
    found.numbers = found.numbers && filled > 0;
    return found;
}

} // namespace

bool looksLikeHeader(const std::vector<std::string> &first,
                     const std::vector<std::vector<std::string>> &rows)
{
    // A header repeated in the middle of a file returns in every column.
    if (first.size() < 2 || std::ranges::find(rows, first) != rows.end())
        return true;
    const bool usualNames = std::ranges::any_of(first, isUsualColumnName);
    const size_t often = std::max<size_t>(1, rows.size() / 50);
    for (size_t i = 0; i < first.size(); ++i) {
        if (first[i].empty())
            continue;
        const ColumnEvidence column = evidence(first[i], rows, i);
        if (column.returns >= often + usualNames)
            return false;
        if (!usualNames && column.numbers && parseNumber(first[i]))
            return false;
    }
    return true;
}

ColumnNaming namesFromHeader(const std::vector<std::string> &cells)
{
    ColumnNaming naming;
    std::set<std::string> used;
    std::vector<std::string> unnamed;
    std::vector<std::string> repeated;
    for (size_t i = 0; i < cells.size(); ++i) {
        const std::string given = trimmed(cells[i]);
        const std::string name = unused(given.empty() ? numbered(i) : given, used);
        if (given.empty())
            unnamed.push_back(name);
        else if (name != given)
            repeated.push_back(name);
        used.insert(name);
        naming.names.push_back(name);
    }
    if (!unnamed.empty())
        naming.notes.push_back({"data.unnamed_columns",
                                LUTHIER_MESSAGE("Columns without a name are called: {names}."),
                                {{"names", listedNames(unnamed)}}});
    if (!repeated.empty())
        naming.notes.push_back(
            {"data.repeated_columns",
             LUTHIER_MESSAGE("Columns whose name stands twice are called: {names}."),
             {{"names", listedNames(repeated)}}});
    return naming;
}

ColumnNaming namesWithoutHeader(size_t columns)
{
    ColumnNaming naming;
    for (size_t i = 0; i < columns; ++i)
        naming.names.push_back(numbered(i));
    naming.notes.push_back({"data.no_header",
                            LUTHIER_MESSAGE("The first line holds data, not names; the {count} "
                                            "columns are called column 1, column 2 and so on."),
                            {{"count", int64_t(columns)}}});
    return naming;
}

} // namespace luthier
