// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace luthier {

/// What computes on this machine.
struct EngineInfo
{
    std::string torchVersion; ///< "2.11.0"
    std::string processor;    ///< the kernels that LibTorch chose: "AVX2", "AVX512", "DEFAULT"
    int threads = 1;          ///< when a run names no number
};

EngineInfo engineInfo();

/// Largest memory that this process has taken so far.
int64_t peakMemoryBytes();

} // namespace luthier
