// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

namespace luthier {

/// JSON Lines: one object a line, UTF-8. Columns are the keys in the order in which they appear.
/// A missing key and `null` are null; numbers stay as written, nested values stay JSON text.
Reader jsonlReader();

} // namespace luthier
