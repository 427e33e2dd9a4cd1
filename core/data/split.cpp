// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/split.h"

#include "core/base/error.h"
#include "core/data/column_names.h"
#include "core/data/labels.h"
#include "core/data/row_order.h"
#include "core/data/row_texts.h"
#include "core/data/text_bytes.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace luthier {

namespace {

std::vector<int64_t> usableRows(const Table &table, const Columns &columns)
{
    return columns.label ? countLabels(table, *columns.label).labelled : allRows(table);
}

void noteLeaks(Split &split, const Table &table, const Columns &columns)
{
    if (const auto warning =
            leaks(table, split.train, table, split.validation, columns, "validation"))
        split.notes.push_back(*warning);
    if (const auto warning = leaks(table, split.train, table, split.test, columns, "test"))
        split.notes.push_back(*warning);
}

Split bySplitColumn(const Table &table, const Columns &columns, const SplitOptions &options,
                    const LabelCells &cells)
{
    const auto index = table.columnIndex(*columns.split);
    if (!index)
        throw missingColumn(*columns.split, table.columnNames(), table.source);
    Split split;
    std::map<std::string_view, int64_t> unknown;
    int64_t leftOut = 0;
    for (const int64_t row : usableRows(table, columns)) {
        const std::string_view value = table.cell(row, *index).value_or("");
        if (const auto part = partNamed(value)) {
            split.rows(*part).push_back(row);
        } else {
            ++unknown[value];
            ++leftOut;
        }
    }
    std::string names;
    for (const auto &[value, count] : unknown)
        if (names.size() < 200)
            names += (names.empty() ? "\"" : ", \"") + std::string(value) + "\"";
    if (split.train.empty())
        throw failure("data.no_training_rows",
                      LUTHIER_MESSAGE("Column {column} of {file} names no training row; write "
                                      "train, validation or test in it (it holds {values})."),
                      {{"column", *columns.split},
                       {"file", table.source},
                       {"values", names.empty() ? "validation, test" : names}});
    if (leftOut > 0)
        split.notes.push_back(
            {"data.split_value_unknown",
             LUTHIER_MESSAGE(
                 "Rows of {file} in no part: {count}; column {column} says {values} there."),
             {{"count", leftOut},
              {"file", table.source},
              {"column", *columns.split},
              {"values", names}}});
    if (!split.validation.empty()) {
        noteLeaks(split, table, columns);
        return split;
    }
    SplitOptions rest = options;
    if (!split.test.empty())
        rest.test = 0;
    Split cut = cutRows(table, columns, split.train, rest, cells);
    if (!split.test.empty())
        cut.test = std::move(split.test);
    cut.notes.insert(cut.notes.begin(), split.notes.begin(), split.notes.end());
    noteLeaks(cut, table, columns);
    return cut;
}

} // namespace

std::optional<Part> partNamed(std::string_view value)
{
    static const std::map<std::string, Part> names{
        {"train", Part::Train},
        {"training", Part::Train},
        {"학습", Part::Train},
        {"훈련", Part::Train},
        {"validation", Part::Validation},
        {"valid", Part::Validation},
        {"val", Part::Validation},
        {"dev", Part::Validation},
        {"development", Part::Validation},
        {"eval", Part::Validation},
        {"검증", Part::Validation},
        {"test", Part::Test},
        {"testing", Part::Test},
        {"테스트", Part::Test},
        {"시험", Part::Test},
    };
    const auto found = names.find(plainName(value));
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

Split splitTable(const Table &table, const Columns &columns, const SplitOptions &options,
                 const LabelCells &cells)
{
    if (columns.split)
        return bySplitColumn(table, columns, options, cells);
    return cutRows(table, columns, usableRows(table, columns), options, cells);
}

std::optional<Message> leaks(const Table &training, std::span<const int64_t> trainingRows,
                             const Table &other, std::span<const int64_t> otherRows,
                             const Columns &columns, const std::string &part)
{
    const RowTexts trainingTexts(training, columns);
    const RowTexts otherTexts(other, columns);
    std::unordered_set<RowText, RowTextHash> known;
    for (const int64_t row : trainingRows)
        known.insert(trainingTexts.at(row));
    const auto count = std::ranges::count_if(
        otherRows, [&](int64_t row) { return known.contains(otherTexts.at(row)); });
    if (count == 0)
        return std::nullopt;
    const char *text =
        part == "test"
            ? LUTHIER_MESSAGE("Test rows that are also in the training rows: {count} of {rows}. "
                              "They make the results look too good; remove them from one side.")
            : LUTHIER_MESSAGE("Validation rows that are also in the training rows: {count} of "
                              "{rows}. They make the results look too good; remove them from one "
                              "side.");
    return Message{
        "data.leak", text, {{"count", int64_t(count)}, {"rows", int64_t(otherRows.size())}}};
}

} // namespace luthier
