// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/engine_info.h"

#include "core/train/threads.h"

#include <torch/version.h>

namespace luthier {

EngineInfo engineInfo()
{
    return {TORCH_VERSION, processorPath(), availableThreads()};
}

} // namespace luthier
