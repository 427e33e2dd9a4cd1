// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/label_cells.h"

#include <span>
#include <unordered_map>

namespace luthier {

struct LabelCount
{
    std::string name;
    int64_t rows = 0;
};

/// The labels of some rows, exactly as they are written there: nothing is trimmed, merged or
/// converted.
struct LabelInventory
{
    std::string file;
    std::string column;
    std::vector<LabelCount> labels{}; ///< by code point
    std::vector<int64_t> labelled{};  ///< row indices, in the order given
    std::vector<int64_t> missing{};   ///< row indices without a label
    std::vector<Message>
        notes{}; ///< missing ones with their lines; labels that look alike; mixtures
};

/// Null, blank, NaN, NULL or <NA>: what other programs write where there is no label.
bool isMissingLabel(std::optional<std::string_view> cell);

/// Throws when the table lacks the column, or a cell begins as a list of labels and is none.
/// Without `rows`: all of them.
LabelInventory countLabels(const Table &table, const std::string &column,
                           const LabelCells &cells = {});
LabelInventory countLabels(const Table &table, const std::string &column,
                           std::span<const int64_t> rows, const LabelCells &cells = {});

/// Throws unless there are two classes to tell apart.
void requireTwoClasses(const LabelInventory &training);

/// Throws with the values that `other` has and training lacks. `part`: "validation" or "test".
void requireSeenLabels(const LabelInventory &training, const LabelInventory &other,
                       const std::string &part);

/// The number of each class: what a model's `id2label` says.
class LabelOrder
{
public:
    LabelOrder() = default;
    explicit LabelOrder(std::vector<std::string> names);

    const std::vector<std::string> &names() const { return m_names; }
    std::optional<int64_t> find(std::string_view name) const;

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, int64_t> m_numbers;
};

/// `base` (the model's own labels, by number) when it covers all labels; else by value when all are
/// numbers; else by code point.
LabelOrder orderLabels(const LabelInventory &inventory, const std::vector<std::string> &base = {});

} // namespace luthier
