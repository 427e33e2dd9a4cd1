// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/labels.h"
#include "core/data/roles.h"

namespace luthier {

/// Rows as a text task takes them, all vectors [rows] long (textPair empty when there is no such
/// column).
struct TextRows
{
    std::vector<std::string> text; ///< null becomes the empty text, which is kept
    std::vector<std::string> textPair;
    std::vector<int64_t> label;          ///< number of the class, -1 without a label
    std::vector<int64_t> labelOffsets{}; ///< several a row: [rows + 1] where each begins in `label`
    std::vector<int64_t> rowId;          ///< line of the source where the row began
    int64_t emptyTexts = 0;

    size_t size() const { return text.size(); }
};

/// Throws for a column that the table lacks and for a label that `labels` lacks. An empty `labels`,
/// or no label column, gives -1 everywhere. With `cells` of several labels every row has one cell.
TextRows rowsFrom(const Table &table, const Columns &columns, std::span<const int64_t> rows,
                  const LabelOrder &labels, const LabelCells &cells = {});

} // namespace luthier
