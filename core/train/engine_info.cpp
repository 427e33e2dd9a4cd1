// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/engine_info.h"

#include "core/train/threads.h"

#include <torch/version.h>

#include <sys/resource.h>

namespace luthier {

EngineInfo engineInfo()
{
    return {TORCH_VERSION, processorPath(), availableThreads()};
}

int64_t peakMemoryBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return int64_t(usage.ru_maxrss) << 10;
}

} // namespace luthier
