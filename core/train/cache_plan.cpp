// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/cache_plan.h"

#include <fstream>

#include <unistd.h>

namespace luthier {

CachePlan cachePlan(const RowInputs &train, const RowInputs &validation,
                    const CacheConditions &conditions)
{
    CachePlan plan;
    if (conditions.frozen_dropout)
        return plan;
    const int64_t needed = train.bytesToCache();
    plan.train = needed > 0 && needed <= conditions.limit && conditions.epochs > 1;
    plan.bytes = plan.train ? needed : 0;
    const int64_t more = validation.bytesToCache();
    plan.validation =
        more > 0 && plan.bytes + more <= conditions.limit && conditions.validations > 1;
    plan.bytes += plan.validation ? more : 0;
    if (needed > conditions.limit && conditions.epochs > 1)
        plan.note = Message{
            "train.cache_limit",
            LUTHIER_MESSAGE("What the frozen part gives for all rows takes {needed} MB, more than "
                            "the {limit} MB kept for it; it is computed anew at every step."),
            {{"needed", needed / 1000000}, {"limit", conditions.limit / 1000000}}};
    return plan;
}

int64_t cacheLimit()
{
    int64_t memory = int64_t(sysconf(_SC_PHYS_PAGES)) * int64_t(sysconf(_SC_PAGESIZE));
    int64_t group = 0;
    // Version 2 of control groups; "max" is no number and leaves the machine's memory.
    if (std::ifstream("/sys/fs/cgroup/memory.max") >> group && group > 0)
        memory = std::min(memory, group);
    return memory / 4;
}

} // namespace luthier
