// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

namespace luthier {

/// How the cells of a label column are read: one label each, as it is written, or several: a list
/// (["a", "b"], of JSON or as Python writes it), or names with a separator between them. A row
/// without any label is [] there; an empty cell is a label that is missing.
class LabelCells
{
public:
    LabelCells() = default;

    /// Cells with several labels. What separates them is found out: of | ; , the one that most
    /// cells hold.
    static LabelCells severalIn(const Table &table, const std::string &column);

    bool areSeveral() const { return m_several; }
    char separator() const { return m_separator; } ///< 0: nothing separates outside of lists

    /// A cell's labels, each once; nothing when it begins as a list and is none.
    std::optional<std::vector<std::string>> of(std::string_view cell) const;

private:
    bool m_several = false;
    char m_separator = 0;
};

} // namespace luthier
