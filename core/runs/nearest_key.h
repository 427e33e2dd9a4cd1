// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luthier {

/// Insertions, deletions, changes and swaps of neighbours that turn `a` into `b` (optimal string
/// alignment).
int editDistance(std::string_view a, std::string_view b);

/// The path among `known` that was most likely meant by `path`; both as "section.key". A key of
/// another section counts as farther away, a part of a name ("batch_size") as near. Empty when
/// `known` is.
std::string nearestKey(const std::string &path, const std::vector<std::string> &known);

} // namespace luthier
