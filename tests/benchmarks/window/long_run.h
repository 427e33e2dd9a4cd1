// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train.h"

namespace luthier {

/// A run in `workspace` that stands at step `points`, with as many training losses and validations
/// in its log, ready to be continued. Trains two real steps for its checkpoint.
TrainRequest longRun(const std::filesystem::path &workspace, const Json &plan, int64_t points);

} // namespace luthier
