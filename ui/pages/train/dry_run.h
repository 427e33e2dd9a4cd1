// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/train/train.h"

#include <vector>

namespace luthier {

/// What a run says before its first step (docs/events.md, "start") and what it warns of.
struct DryRun
{
    Json start;
    std::vector<Message> warnings;
};

/// Checks and prepares everything as a run does, and trains nothing. `onProgress` is told the
/// phases.
Result<DryRun> dryRun(const RunConfig &config, const std::filesystem::path &workspace,
                      std::stop_token stop, const ProgressHandler &onProgress);

} // namespace luthier
