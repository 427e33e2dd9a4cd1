// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/schedule.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace luthier {

double Schedule::factor(int64_t step) const
{
    const double done = double(step - 1), warmup = double(warmup_steps);
    if (type == "constant")
        return 1;
    if (done < warmup)
        return done / std::max(1.0, warmup);
    if (type == "constant_with_warmup")
        return 1;
    const double rest = std::max(1.0, double(total_steps) - warmup);
    if (type == "linear")
        return std::max(0.0, (double(total_steps) - done) / rest);
    if (type == "cosine")
        return std::max(0.0, 0.5 * (1.0 + std::cos(std::numbers::pi * (done - warmup) / rest)));
    throw failure("train.schedule",
                  LUTHIER_MESSAGE("There is no learning rate schedule {type}; constant, "
                                  "constant_with_warmup, linear and cosine are there."),
                  {{"type", type}});
}

int64_t warmupSteps(double warmup, int64_t total_steps)
{
    return warmup < 1 ? int64_t(std::ceil(warmup * double(total_steps))) : int64_t(warmup);
}

const std::vector<Descriptor> &schedules()
{
    static const std::vector<Descriptor> all{
        {.id = "linear",
         .name = LUTHIER_MESSAGE("Linear"),
         .summary = LUTHIER_MESSAGE("Falls in a straight line to zero at the last step.")},
        {.id = "cosine",
         .name = LUTHIER_MESSAGE("Cosine"),
         .summary = LUTHIER_MESSAGE("Falls slowly, then fast, then slowly to zero.")},
        {.id = "constant",
         .name = LUTHIER_MESSAGE("Constant"),
         .summary = LUTHIER_MESSAGE("Stays the same from the first step on; no warm-up.")},
        {.id = "constant_with_warmup",
         .name = LUTHIER_MESSAGE("Constant after warm-up"),
         .summary = LUTHIER_MESSAGE("Rises during the warm-up, then stays the same.")},
    };
    return all;
}

} // namespace luthier
