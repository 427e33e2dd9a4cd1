// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

namespace luthier {

/// Arrow IPC files (Feather version 2): columns of every type, as text.
Reader arrowReader();

} // namespace luthier
