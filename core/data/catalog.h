// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

namespace luthier {

/// All file formats, the most telling first.
const std::vector<Reader> &readers();

/// Reads a file with the reader whose format it holds, whatever its name says (a note tells when
/// the two disagree). Throws an Error for a missing, empty, foreign or rowless file.
Table readTable(const std::filesystem::path &path, const ReadOptions &options = {},
                std::stop_token stop = {}, const ProgressHandler &onProgress = {});

} // namespace luthier
