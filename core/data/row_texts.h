// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/roles.h"

#include <functional>

namespace luthier {

/// What makes two rows copies of each other: equal bytes of text and pair. Null equals the empty
/// text.
struct RowText
{
    std::string_view text;
    std::string_view pair;

    bool operator==(const RowText &) const = default;
};

struct RowTextHash
{
    size_t operator()(const RowText &row) const
    {
        const std::hash<std::string_view> hash;
        return hash(row.text) * 31 + hash(row.pair);
    }
};

/// Reads the texts of rows; throws when the table lacks a column that `columns` names for them.
class RowTexts
{
public:
    RowTexts(const Table &table, const Columns &columns);

    RowText at(int64_t row) const;
    bool hasPair() const { return m_pair.has_value(); }

private:
    const Table &m_table;
    int m_text;
    std::optional<int> m_pair;
};

} // namespace luthier
