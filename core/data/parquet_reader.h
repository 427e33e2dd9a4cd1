// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"

namespace luthier {

/// Apache Parquet: columns of every type, as text; row groups one after the other.
Reader parquetReader();

} // namespace luthier
