// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/philox.h"
#include "core/kernels/tokens.h"

namespace luthier {

/// What decides which elements of a module's output are dropped: the same for any accumulation, any
/// thread count and any order of work. Counter: {element block (4 channels, or head and 4 keys),
/// position, row in the step, step}; key: {seed, hash of the module's path}.
struct DropoutKey
{
    uint64_t seed = 0;
    int64_t step = 0;
    uint32_t module = 0;

    philox::Key key() const
    {
        return {uint32_t(seed) ^ (uint32_t(seed >> 32) * 0x9E3779B1u), module};
    }
};

/// A word at or above this is kept: P(kept) = 1 - p.
inline uint32_t dropThreshold(double p)
{
    return uint32_t(std::min(p * 4294967296.0, 4294967295.0));
}

/// x with share `p` set to zero and the rest scaled by 1 / (1 - p). x is [tokens, channels], or
/// [sequences, channels] for one value a sequence (position 0). The mask is made again in the
/// backward pass.
at::Tensor dropout(const at::Tensor &x, double p, const DropoutKey &key, const TokenBatch &batch);

/// residual + dropout(x) in one pass; both [tokens, channels], or [sequences, channels].
at::Tensor dropoutAdd(const at::Tensor &x, const at::Tensor &residual, double p,
                      const DropoutKey &key, const TokenBatch &batch);

/// The factors alone, [tokens, channels]: the plain-tensor twin that tests and other devices use.
at::Tensor dropoutFactors(int64_t channels, double p, const DropoutKey &key,
                          const TokenBatch &batch);

} // namespace luthier
