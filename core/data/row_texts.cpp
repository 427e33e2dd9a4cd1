// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/row_texts.h"

#include "core/data/column_names.h"

namespace luthier {

namespace {

int indexOf(const Table &table, const std::string &column)
{
    const auto index = table.columnIndex(column);
    if (!index)
        throw missingColumn(column, table.columnNames(), table.source);
    return *index;
}

} // namespace

RowTexts::RowTexts(const Table &table, const Columns &columns) : m_table(table)
{
    if (!columns.text)
        throw failure("data.text_not_named",
                      LUTHIER_MESSAGE(
                          "No text column is named for {file}; name one in dataset.columns.text."),
                      {{"file", table.source}});
    m_text = indexOf(table, *columns.text);
    if (columns.textPair)
        m_pair = indexOf(table, *columns.textPair);
}

RowText RowTexts::at(int64_t row) const
{
    return {m_table.cell(row, m_text).value_or(""),
            m_pair ? m_table.cell(row, *m_pair).value_or("") : ""};
}

} // namespace luthier
