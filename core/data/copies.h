// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/row_texts.h"
#include "core/data/stop_check.h"

#include <span>

namespace luthier {

/// No letter in text or pair: nothing but spaces, if that.
bool isBlank(const RowText &row);

/// Rows with the same text (and pair), more than one each: groups by their first row, rows
/// ascending.
std::vector<std::vector<int64_t>> copiesAmong(const RowTexts &texts, std::span<const int64_t> rows,
                                              StopCheck &check);

} // namespace luthier
