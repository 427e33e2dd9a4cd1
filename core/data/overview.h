// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/labels.h"
#include "core/data/split.h"

#include <array>
#include <filesystem>

namespace luthier {

/// A file of rows with the roles that its columns seem to have.
struct OpenedData
{
    std::shared_ptr<const Table> table;
    ColumnChoice choice;
};

/// Reads a file with the reader that its content asks for and guesses the roles for a task ("text-
/// classification").
Result<OpenedData> openData(const std::filesystem::path &file, const std::string &task,
                            std::stop_token stop = {}, const ProgressHandler &onProgress = {});

/// Where the rows of a table go: `rows` is the sum of the others.
struct RowCounts
{
    int64_t rows = 0;
    int64_t inUse = 0;        ///< in one of the parts
    int64_t withoutLabel = 0; ///< a label column is named, and is empty there
    int64_t inNoPart = 0;     ///< a split column is named, and names no part there
    int64_t unsplit = 0;      ///< the split failed: see Overview::obstacle
};

/// Something about the rows that is worth a look.
struct DataProblem
{
    enum class Weight { Error, Warning, Info };

    std::string id; ///< "unreadable", "unreadable_files", "no_label", "no_part", "unseen_labels",
                    ///< "leaks", "contradictions", "labels_alike", "small_classes", "empty_texts",
                    ///< "copies", "too_long", "obstacle", "note"
    Weight weight = Weight::Warning;
    int64_t count = 0;           ///< of what the id names: lines, rows, texts, labels
    std::vector<int64_t> rows{}; ///< row indices to look at; empty: it is not about rows
    Message message{};           ///< one sentence: what it means for the training
};

/// One class: all rows of it, and how they are spread.
struct LabelShare
{
    std::string name;
    int64_t rows = 0;                 ///< those in use
    std::array<int64_t, 3> inParts{}; ///< by Part
};

/// What a window shows beside the rows.
struct Overview
{
    RowCounts counts;
    LabelCells cells;                        ///< how the label column was read
    std::vector<LabelShare> labels;          ///< the most frequent first, then by code point
    std::array<int64_t, 3> partRows{};       ///< by Part
    std::vector<std::optional<Part>> partOf; ///< [rows of the table]
    int64_t textsInTwoParts = 0;
    std::vector<DataProblem> problems;
    std::optional<Message> obstacle; ///< why a run with this data would refuse to start

    /// The most frequent answer of the rows in use (of all with a label when the split failed): a
    /// label, or of several a row any number of them.
    std::vector<std::string> majority;
    int64_t majorityRows = 0; ///< those that have it

    /// Accuracy of always giving the most frequent answer.
    double majorityShare() const
    {
        const int64_t answered = counts.inUse + counts.unsplit;
        return answered == 0 ? 0 : double(majorityRows) / double(answered);
    }
};

/// Counts, splits as a run would, and looks for problems. An Error only when stopped or out of
/// memory: what is wrong with the data is in the answer. `severalLabels`: a cell of the label
/// column may hold several (see LabelCells).
Result<Overview> lookOver(const Table &table, const Columns &columns, const SplitOptions &options,
                          std::stop_token stop = {}, const ProgressHandler &onProgress = {},
                          bool severalLabels = false);

} // namespace luthier
