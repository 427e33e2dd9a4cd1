// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/column_names.h"
#include "core/data/overview.h"

#include <QString>

namespace luthier {

/// What a problem of the data is, without its number: "texts stand there with different labels".
/// In the singular or plural of its count.
QString problemTitle(const DataProblem &problem);

/// "Training"
QString partName(Part part);
/// For a narrow column: "train", "valid.", "test"; empty: no part.
QString shortPartName(std::optional<Part> part);

/// What a column can be; nothing: "Not used".
QString roleName(std::optional<Role> role);

/// "UTF-8, comma"
QString formatText(const SourceFacts &facts);
/// Where the lines and rows of the file went, with the counts: two sums.
QString countsText(const Table &table, const RowCounts &counts);

} // namespace luthier
