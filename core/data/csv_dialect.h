// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_record.h"
#include "core/data/reader.h"

namespace luthier {

/// Finds separator, quoting and line ends: those with which most of the sample's bytes lie in
/// records as wide as the first one. What `options` names is not guessed. `whole`: the sample is
/// all of the file. `namedAsTable`: the file's name says CSV or TSV; any other file has to fit well
/// before a comma in it counts as a separator.
CsvDialect sniffDialect(std::string_view sample, bool whole, bool namedAsTable,
                        const ReadOptions &options);

} // namespace luthier
