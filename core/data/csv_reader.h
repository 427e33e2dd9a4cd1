// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

namespace luthier {

/// Comma-, semicolon-, tab- or bar-separated text (RFC 4180 and its usual relatives), UTF-8.
/// An empty cell is null, a quoted empty one is the empty text.
Reader csvReader();

} // namespace luthier
