// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/table.h"

#include <algorithm>
#include <arrow/api.h>

namespace luthier {

Table::Table(std::string source, std::shared_ptr<arrow::Table> columns)
    : source(std::move(source)), columns(std::move(columns)), m_names(this->columns->ColumnNames())
{
    for (const auto &column : this->columns->columns()) {
        std::vector<Chunk> &chunks = m_chunks.emplace_back();
        int64_t row = 0;
        for (const auto &chunk : column->chunks()) {
            chunks.push_back({row, static_cast<const arrow::StringArray *>(chunk.get())});
            row += chunk->length();
        }
    }
}

int64_t Table::rows() const
{
    return columns ? columns->num_rows() : 0;
}

std::optional<int> Table::columnIndex(std::string_view name) const
{
    const auto found = std::find(m_names.begin(), m_names.end(), name);
    return found == m_names.end() ? std::nullopt : std::optional(int(found - m_names.begin()));
}

std::optional<std::string_view> Table::cell(int64_t row, int column) const
{
    const std::vector<Chunk> &chunks = m_chunks[size_t(column)];
    const auto next = std::upper_bound(chunks.begin(), chunks.end(), row,
                                       [](int64_t r, const Chunk &c) { return r < c.firstRow; });
    const Chunk &chunk = *std::prev(next);
    const int64_t at = row - chunk.firstRow;
    return chunk.cells->IsNull(at) ? std::nullopt : std::optional(chunk.cells->GetView(at));
}

} // namespace luthier
