// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace luthier {

/// Cores that this process may use: affinity and the quota of its control group.
int availableThreads();

/// Sets the number of compute threads (0: availableThreads) and gives it back.
int useThreads(int threads);

/// Lowers the calling thread's priority; threads that it starts from now on inherit it (Linux).
void lowerPriority();

/// The vector instructions that LibTorch uses here: "AVX2", "AVX512", …
std::string processorPath();

} // namespace luthier
