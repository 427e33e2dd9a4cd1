// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/majority_answer.h"

#include <map>

namespace luthier {

MajorityAnswer majorityOf(const RowLabelsView &truth)
{
    std::map<std::vector<int64_t>, int64_t> counts;
    for (size_t row = 0; row < truth.rows(); ++row)
        ++counts[{truth.of(row).begin(), truth.of(row).end()}];
    MajorityAnswer most;
    for (const auto &[labels, rows] : counts)
        if (rows > most.rows)
            most = {labels, rows};
    return most;
}

} // namespace luthier
