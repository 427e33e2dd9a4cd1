// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/examples.h"

#include "core/base/error.h"
#include "core/data/row_texts.h"

namespace luthier {

namespace {

std::vector<int64_t> labelNumbers(const Table &table, const std::string &column,
                                  std::span<const int64_t> rows, const LabelOrder &labels)
{
    const LabelInventory found = countLabels(table, column, rows);
    for (const LabelCount &label : found.labels)
        if (!labels.find(label.name))
            throw failure("data.unknown_label",
                          LUTHIER_MESSAGE("{file} has rows of the label {label}, which the model "
                                          "does not know; correct them or leave them out."),
                          {{"file", table.source}, {"label", label.name}});
    const int index = *table.columnIndex(column);
    std::vector<int64_t> numbers;
    for (const int64_t row : rows) {
        const auto cell = table.cell(row, index);
        numbers.push_back(isMissingLabel(cell) ? -1 : *labels.find(*cell));
    }
    return numbers;
}

} // namespace

TextRows rowsFrom(const Table &table, const Columns &columns, std::span<const int64_t> rows,
                  const LabelOrder &labels)
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
    taken.label = columns.label && !labels.names().empty()
                      ? labelNumbers(table, *columns.label, rows, labels)
                      : std::vector<int64_t>(rows.size(), -1);
    return taken;
}

} // namespace luthier
