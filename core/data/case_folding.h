// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace luthier {

/// Valid UTF-8 with small letters for capital ones, whatever the locale: simple case folding
/// (Unicode CaseFolding.txt, status C) for Latin, Greek, Cyrillic, Armenian and fullwidth letters.
/// Every other code point stays.
std::string foldedCase(std::string_view text);

} // namespace luthier
