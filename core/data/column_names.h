// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace luthier {

/// What a column can be to a task.
enum class Role { Text, TextPair, Label, Id, Split };

/// Lower case (ASCII), letters, digits and what is not ASCII: "Review_Text" and "review text" are
/// equal.
std::string plainName(std::string_view name);

/// Usual names of a role in plain form, the likeliest first.
const std::vector<std::string> &usualNames(Role role);

bool isUsualColumnName(std::string_view name);

/// Names of two columns that are read together ("premise", "hypothesis"), in plain form.
const std::vector<std::pair<std::string, std::string>> &usualPairs();

/// "text, label": at most twenty of them.
std::string listedNames(const std::vector<std::string> &names);

/// The error for a column that `file` lacks: names the nearest one, if any is near, and those that
/// are there.
Error missingColumn(const std::string &wanted, const std::vector<std::string> &available,
                    const std::string &file);

} // namespace luthier
