// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/label_cells.h"
#include "core/data/roles.h"

#include <span>

namespace luthier {

enum class Part { Train, Validation, Test };

/// The part that a value of a split column names ("train", "val", "dev", "Test", ...), if it names
/// one.
std::optional<Part> partNamed(std::string_view value);

/// As `dataset.split` of run.json.
struct SplitOptions
{
    double validation = 0.15; ///< share of the rows
    double test = 0;
    bool stratify = true; ///< every class with the same shares
    uint64_t seed = 42;

    bool operator==(const SplitOptions &) const = default;
};

/// Row indices of each part, ascending. Equal rows, options and seed give equal parts on every
/// system.
struct Split
{
    std::vector<int64_t> train;
    std::vector<int64_t> validation;
    std::vector<int64_t> test;
    std::vector<Message> notes;

    const std::vector<int64_t> &rows(Part part) const { return this->*memberOf(part); }
    std::vector<int64_t> &rows(Part part) { return this->*memberOf(part); }

private:
    static std::vector<int64_t> Split::*memberOf(Part part)
    {
        return part == Part::Train  ? &Split::train
               : part == Part::Test ? &Split::test
                                    : &Split::validation;
    }
};

/// Parts of a table: by its split column if `columns` has one (validation is cut from train when no
/// row is named so), else cut by share. Rows without a label are in no part when `columns` names a
/// label. Throws when validation or training would be empty.
Split splitTable(const Table &table, const Columns &columns, const SplitOptions &options,
                 const LabelCells &cells = {});

/// Cuts `rows` by share: stratified by label within one row a class, exact copies of a text (and
/// pair) in one part, at least one row of every class in train. With several labels a row, rows
/// with the same ones are a class of the shares; those that no other row shares make up one more.
Split cutRows(const Table &table, const Columns &columns, std::span<const int64_t> rows,
              const SplitOptions &options, const LabelCells &cells = {});

/// A warning when rows of `other` have the text (and pair) of a training row: what is measured on
/// them is too good. `part`: "validation" or "test".
std::optional<Message> leaks(const Table &training, std::span<const int64_t> trainingRows,
                             const Table &other, std::span<const int64_t> otherRows,
                             const Columns &columns, const std::string &part);

} // namespace luthier
