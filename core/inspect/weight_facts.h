// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/findings.h"
#include "core/weights/weight_set.h"

namespace luthier {

/// "tensors", "parameters" (numbers in floating tensors), "bytes", "dtypes" (numbers by type).
void addWeightFacts(const std::map<std::string, TensorInfo> &tensors, Findings &findings);

/// "non_finite" and the problem, when there are any.
void addNonFinite(const std::vector<WeightSet::NonFinite> &tensors, Findings &findings);

} // namespace luthier
