// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

namespace luthier {

/// Which column plays which role, as `dataset.columns` of run.json names them.
struct Columns
{
    std::optional<std::string> text{};
    std::optional<std::string> textPair{};
    std::optional<std::string> label{};
    std::optional<std::string> id{};
    std::optional<std::string> split{};

    bool operator==(const Columns &) const = default;
};

struct ColumnChoice
{
    Columns columns;
    std::vector<Message> reasons; ///< one for each column that was guessed
};

/// Guesses by usual names first, then by content: few different short values are a label, the
/// longest cells are the text. A label is looked for by content only for "text-classification".
ColumnChoice guessColumns(const Table &table, std::string_view task);

/// The requested columns, the rest guessed; an empty name asks for no such column. Throws an Error
/// with the nearest and the available names for a column that the table lacks, and when no text
/// column can be found.
ColumnChoice resolveColumns(const Columns &requested, const Table &table, std::string_view task);

} // namespace luthier
