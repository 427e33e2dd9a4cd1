// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/labels.h"

#include "core/base/error.h"
#include "core/data/column_names.h"
#include "core/data/label_notes.h"
#include "core/data/numbers.h"
#include "core/data/row_order.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace luthier {

bool isMissingLabel(std::optional<std::string_view> cell)
{
    if (!cell || cell->find_first_not_of(" \t\r\n") == std::string_view::npos)
        return true;
    for (const std::string_view none : {"nan", "NaN", "NAN", "null", "NULL", "<NA>"})
        if (*cell == none)
            return true;
    return false;
}

namespace {

/// Of the labels by name, with several in a cell.
std::map<std::string, int64_t> countsOf(const Table &table, int column,
                                        std::span<const int64_t> rows, const LabelCells &cells)
{
    std::map<std::string, int64_t> counts;
    for (const int64_t row : rows) {
        const std::string_view cell = *table.cell(row, column);
        const auto labels = cells.of(cell);
        if (!labels)
            throw failure("data.broken_label_list",
                          LUTHIER_MESSAGE("Line {line} of {file}: {cell} begins as a list of "
                                          "labels and is none; write it as [\"a\", \"b\"]."),
                          {{"line", table.sourceRow[size_t(row)]},
                           {"file", table.source},
                           {"cell", std::string(cell)}});
        for (const std::string &label : *labels)
            ++counts[label];
    }
    return counts;
}

void noteSeveral(LabelInventory &found, const LabelCells &cells)
{
    int64_t all = 0;
    for (const LabelCount &label : found.labels)
        all += label.rows;
    const double mean = double(all) / double(std::max<size_t>(1, found.labelled.size()));
    const double shown = std::round(mean * 100) / 100;
    if (cells.separator())
        found.notes.push_back({"data.labels_separated",
                               LUTHIER_MESSAGE("Column {column} holds {count} labels, {mean} a row "
                                               "on average, with {separator} between them."),
                               {{"column", found.column},
                                {"count", int64_t(found.labels.size())},
                                {"mean", shown},
                                {"separator", "\"" + std::string(1, cells.separator()) + "\""}}});
    else
        found.notes.push_back(
            {"data.labels_listed",
             LUTHIER_MESSAGE("Column {column} holds {count} labels, {mean} a row on average."),
             {{"column", found.column}, {"count", int64_t(found.labels.size())}, {"mean", shown}}});
}

} // namespace

LabelInventory countLabels(const Table &table, const std::string &column, const LabelCells &cells)
{
    return countLabels(table, column, allRows(table), cells);
}

LabelInventory countLabels(const Table &table, const std::string &column,
                           std::span<const int64_t> rows, const LabelCells &cells)
{
    const auto index = table.columnIndex(column);
    if (!index)
        throw missingColumn(column, table.columnNames(), table.source);
    LabelInventory found{.file = table.source, .column = column};
    std::map<std::string_view, int64_t> counts;
    for (const int64_t row : rows) {
        const auto cell = table.cell(row, *index);
        const bool missing = isMissingLabel(cell);
        (missing ? found.missing : found.labelled).push_back(row);
        if (!missing && !cells.areSeveral())
            ++counts[*cell];
    }
    for (const auto &[name, count] : counts)
        found.labels.push_back({std::string(name), count});
    if (cells.areSeveral())
        for (const auto &[name, count] : countsOf(table, *index, found.labelled, cells))
            found.labels.push_back({name, count});
    found.notes = labelNotes(found, table);
    if (cells.areSeveral())
        noteSeveral(found, cells);
    return found;
}

void requireTwoClasses(const LabelInventory &training)
{
    if (training.labels.empty())
        throw failure(
            "data.no_labels",
            LUTHIER_MESSAGE(
                "Column {column} of {file} holds no label; choose the column with the classes."),
            {{"column", training.column}, {"file", training.file}});
    if (training.labels.size() == 1)
        throw failure("data.one_class",
                      LUTHIER_MESSAGE("All labels in column {column} of {file} are {label}; add "
                                      "rows of another class or choose another column."),
                      {{"column", training.column},
                       {"file", training.file},
                       {"label", training.labels.front().name}});
}

void requireSeenLabels(const LabelInventory &training, const LabelInventory &other,
                       const std::string &part)
{
    std::vector<LabelCount> unseen;
    for (const LabelCount &label : other.labels)
        if (std::ranges::find(training.labels, label.name, &LabelCount::name) ==
            training.labels.end())
            unseen.push_back(label);
    if (unseen.empty())
        return;
    const char *text =
        part == "test"
            ? LUTHIER_MESSAGE("The test rows have labels that training never saw: {labels}. "
                              "Correct them, or add rows of them to the training data.")
            : LUTHIER_MESSAGE("The validation rows have labels that training never saw: {labels}. "
                              "Correct them, or add rows of them to the training data.");
    throw failure("data.unseen_labels", text, {{"labels", listed(unseen)}});
}

LabelOrder::LabelOrder(std::vector<std::string> names) : m_names(std::move(names))
{
    for (size_t i = 0; i < m_names.size(); ++i)
        m_numbers.emplace(m_names[i], int64_t(i));
}

std::optional<int64_t> LabelOrder::find(std::string_view name) const
{
    const auto found = m_numbers.find(std::string(name));
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
}

LabelOrder orderLabels(const LabelInventory &inventory, const std::vector<std::string> &base)
{
    const auto inBase = [&](const LabelCount &label) {
        return std::ranges::find(base, label.name) != base.end();
    };
    if (!base.empty() && std::ranges::all_of(inventory.labels, inBase))
        return LabelOrder(base);
    std::vector<std::string> names;
    bool numbers = true;
    for (const LabelCount &label : inventory.labels) {
        names.push_back(label.name);
        numbers = numbers && parseNumber(label.name);
    }
    if (numbers)
        std::ranges::stable_sort(names, {},
                                 [](const std::string &name) { return *parseNumber(name); });
    return LabelOrder(std::move(names));
}

} // namespace luthier
