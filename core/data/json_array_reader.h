// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

namespace luthier {

/// One JSON array of objects, over any number of lines. Cells are those of JSON Lines; an element
/// that is no sound object is kept aside with the line where it begins.
Reader jsonArrayReader();

/// One array, or what can only be the beginning of one; not a line of JSON Lines.
bool looksLikeJsonArray(std::string_view head);

} // namespace luthier
