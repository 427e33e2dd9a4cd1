// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/row_labels.h"

namespace luthier {

/// The answer that most rows have, the first by number among equals.
struct MajorityAnswer
{
    std::vector<int64_t> labels;
    int64_t rows = 0;
};
MajorityAnswer majorityOf(const RowLabelsView &truth);

} // namespace luthier
