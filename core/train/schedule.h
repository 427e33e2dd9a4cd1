// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <cstdint>
#include <string>
#include <vector>

namespace luthier {

/// How the learning rate changes over a run; names and formulas of transformers (optimization.py).
struct Schedule
{
    std::string type = "linear";
    int64_t warmup_steps = 0;
    int64_t total_steps = 1;

    /// Share of the full rate that step `step` (from 1) uses. With warm-up the first step runs at
    /// 0.
    double factor(int64_t step) const;
};

/// `warmup` below 1 is a share of all steps, rounded up; else a number of steps.
int64_t warmupSteps(double warmup, int64_t total_steps);

/// Every schedule type with its name and help.
const std::vector<Descriptor> &schedules();

} // namespace luthier
