// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/dropout.h"

namespace luthier {

/// What an attention call may see and how it drops.
struct AttentionOptions
{
    int64_t heads = 1;
    bool causal =
        false; ///< a query sees keys up to its own place, counted from the end of both spans
    double dropout = 0; ///< on the probabilities, as BERT does
    DropoutKey key{};
};

/// softmax(q k^T / sqrt(head size)) v, sequence by sequence.
/// q [query tokens, hidden], k and v [key tokens, hidden]; heads stand side by side in `hidden`.
/// Probabilities are not kept: the backward pass makes them again from the row sums
/// (Dao et al., "FlashAttention", 2022).
at::Tensor attend(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v,
                  const Spans &queries, const Spans &keys, const std::vector<int64_t> &rows,
                  const AttentionOptions &options);

/// The same from plain tensor operations: for other devices and for the tests of the kernel.
at::Tensor attendPlain(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v,
                       const Spans &queries, const Spans &keys, const std::vector<int64_t> &rows,
                       const AttentionOptions &options);

} // namespace luthier
