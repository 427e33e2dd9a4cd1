// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

/// Where each sequence begins in a matrix of tokens: offsets[i] .. offsets[i + 1].
struct Spans
{
    std::vector<int64_t> offsets{0};

    int64_t count() const { return int64_t(offsets.size()) - 1; }
    int64_t tokens() const { return offsets.back(); }
    int64_t length(int64_t i) const { return offsets[size_t(i) + 1] - offsets[size_t(i)]; }
};

/// One micro-batch without padding: the sequences stand one after the other.
struct TokenBatch
{
    at::Tensor ids;       ///< [tokens] int64
    at::Tensor type_ids;  ///< [tokens] int64
    at::Tensor positions; ///< [tokens] int64, 0-based within the sequence
    Spans spans;
    std::vector<int64_t> rows; ///< by sequence: its index in the whole optimiser step (dropout key)
};

/// What a forward pass is told beside the batch.
struct ForwardContext
{
    bool training = false; ///< dropout is active
    uint64_t seed = 0;
    int64_t step = 0;               ///< optimiser step, from 1
    size_t first_dropout_stage = 0; ///< stages of the model below this one do not drop out
};

} // namespace luthier
