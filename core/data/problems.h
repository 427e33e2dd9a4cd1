// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/copies.h"
#include "core/data/overview.h"

namespace luthier {

/// Everything about these rows that a user should know before training on them, the worst first.
/// `overview` holds its counts, labels and parts already; `copies` are those of the rows in use.
std::vector<DataProblem> problemsOf(const Table &table, const Columns &columns,
                                    const Overview &overview,
                                    const std::vector<std::vector<int64_t>> &copies);

} // namespace luthier
