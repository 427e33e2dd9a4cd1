// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/base/progress.h"
#include "core/data/table.h"

#include <filesystem>
#include <optional>

namespace luthier {

/// How to read a table; what is left open is found out from the file's first megabyte.
struct ReadOptions
{
    enum class Header { Guess, Present, Absent };

    std::string format{};            ///< a reader's id; empty: the content decides
    std::optional<char> separator{}; ///< CSV: between two cells
    std::optional<char> quote{};     ///< CSV: around a cell; 0 when cells are never quoted
    Header header = Header::Guess;   ///< CSV: whether the first line names the columns
    size_t blockSize = 1 << 20;
    size_t longestRecord =
        64 << 20; ///< bytes of one row, beyond which a quote counts as never closed
};

/// One file format. Reading throws an Error for a file that cannot be used at all; a row that
/// cannot be read is kept aside in the table.
struct Reader
{
    Descriptor descriptor;
    std::vector<std::string> extensions{}; ///< lower case, without dot
    bool readsFolders = false;             ///< a folder stands for the table, not a file

    /// `head`: the first megabyte (all of a smaller file), not empty; of a folder nothing.
    bool (*recognises)(const std::filesystem::path &path, std::string_view head);
    Table (*read)(const std::filesystem::path &path, const ReadOptions &options,
                  std::stop_token stop, const ProgressHandler &onProgress);
};

} // namespace luthier
