// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/train/data_order.h"
#include "core/train/row_inputs.h"

namespace luthier {

/// Which parts keep what the frozen stages give, in memory, for a whole run. Decided from the plan
/// and the machine's memory alone, so that a resumed run decides alike.
struct CachePlan
{
    bool train = false, validation = false;
    int64_t bytes = 0; ///< of what is kept
    std::optional<Message> note{};
};

struct CacheConditions
{
    bool frozen_dropout = false; ///< frozen stages drop out: nothing can be kept
    double epochs = 1;           ///< how often each training row is seen
    double validations = 1;
    int64_t limit = 0; ///< bytes
};

/// A part is kept when it is passed more than once and fits; training rows come first.
CachePlan cachePlan(const RowInputs &train, const RowInputs &validation,
                    const CacheConditions &conditions);

/// A quarter of the memory that this machine (or the group that the process runs in) has.
int64_t cacheLimit();

} // namespace luthier
