// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/examples.h"

#include "core/base/error.h"
#include "core/data/label_notes.h"
#include "core/data/row_texts.h"

#include <algorithm>

namespace luthier {

namespace {

void requireKnown(const Table &table, const std::string &column, std::span<const int64_t> rows,
                  const LabelOrder &labels, const LabelCells &cells)
{
    std::vector<LabelCount> unknown = countLabels(table, column, rows, cells).labels;
    std::erase_if(unknown, [&labels](const LabelCount &label) { return labels.find(label.name); });
    if (!unknown.empty())
        throw failure("data.unknown_labels",
                      LUTHIER_MESSAGE("{file} has rows of labels that the model does not know: "
                                      "{labels}. Correct them or leave them out."),
                      {{"file", table.source}, {"labels", listed(unknown)}});
}

std::vector<int64_t> labelNumbers(const Table &table, const std::string &column,
                                  std::span<const int64_t> rows, const LabelOrder &labels)
{
    requireKnown(table, column, rows, labels, {});
    const int index = *table.columnIndex(column);
    std::vector<int64_t> numbers;
    for (const int64_t row : rows) {
        const auto cell = table.cell(row, index);
        numbers.push_back(isMissingLabel(cell) ? -1 : *labels.find(*cell));
    }
    return numbers;
}

void takeSeveral(const Table &table, const std::string &column, std::span<const int64_t> rows,
                 const LabelOrder &labels, const LabelCells &cells, TextRows &taken)
{
    requireKnown(table, column, rows, labels, cells);
    const int index = *table.columnIndex(column);
    taken.labelOffsets.push_back(0);
    for (const int64_t row : rows) {
        const size_t begin = taken.label.size();
        const auto names = cells.of(table.cell(row, index).value_or(""));
        for (const std::string &name : *names)
            taken.label.push_back(*labels.find(name));
        std::ranges::sort(std::span(taken.label).subspan(begin));
        taken.labelOffsets.push_back(int64_t(taken.label.size()));
    }
}

} // namespace

TextRows rowsFrom(const Table &table, const Columns &columns, std::span<const int64_t> rows,
                  const LabelOrder &labels, const LabelCells &cells)
{
    const RowTexts texts(table, columns);
    TextRows taken;
    for (const int64_t row : rows) {
        const RowText here = texts.at(row);
        taken.text.emplace_back(here.text);
        if (texts.hasPair())
            taken.textPair.emplace_back(here.pair);
        taken.emptyTexts += here.text.empty() && here.pair.empty();
        taken.rowId.push_back(table.sourceRow[size_t(row)]);
    }
    if (cells.areSeveral()) {
        takeSeveral(table, *columns.label, rows, labels, cells, taken);
        return taken;
    }
    taken.label = columns.label && !labels.names().empty()
                      ? labelNumbers(table, *columns.label, rows, labels)
                      : std::vector<int64_t>(rows.size(), -1);
    return taken;
}

} // namespace luthier
