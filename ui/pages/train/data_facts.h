// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/data/overview.h"
#include "core/train/text_parts.h"

#include <array>
#include <filesystem>

namespace luthier {

/// The data set of a plan: rows, roles and parts as a run would take them.
struct DataFacts
{
    std::string file;
    OpenedData opened;
    Columns columns; ///< with those that were guessed
    Overview overview;
    /// All rows, where validation or test have files of their own; else nothing.
    std::shared_ptr<const TextParts> ownParts{};
};

/// Tokens of each row before cutting, by Part.
using RowLengths = std::array<std::vector<int32_t>, 3>;

/// Reads what "dataset" of run.json names. `known`: the same file's rows, when they were read
/// before. `problemType` of "training" says whether a row may have several labels.
Result<DataFacts> readDataFacts(const Json &dataset, const std::string &task,
                                const std::string &problemType,
                                const std::optional<OpenedData> &known, std::stop_token stop,
                                const ProgressHandler &onProgress);

/// Counts the tokens of all rows in use with a model's tokenizer.
Result<RowLengths> rowLengths(const DataFacts &data, const std::filesystem::path &model,
                              std::stop_token stop, const ProgressHandler &onProgress);

/// "columns" of run.json.
Json columnsJson(const Columns &columns);

} // namespace luthier
