// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/overview.h"

#include <QString>

namespace luthier {

/// The most frequent answer, for a sentence: a label, several with commas between them, or that
/// there is none.
QString majorityName(const Overview &overview);

} // namespace luthier
