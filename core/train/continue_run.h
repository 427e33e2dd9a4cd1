// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train.h"

namespace luthier {

/// What goes on with a run from its newest checkpoint, as its own run.json says, with as many
/// threads as before.
Result<TrainRequest> requestToContinue(const std::filesystem::path &workspace,
                                       const std::filesystem::path &runFolder);

} // namespace luthier
