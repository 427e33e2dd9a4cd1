// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/activation.h"
#include "core/nn/dropout.h"
#include "core/nn/layer_norm.h"

namespace luthier {

/// A block of a BERT-like encoder (Devlin et al. 2019): self-attention and two linear layers, each
/// followed by dropout, the residual and a layer norm.
/// Reference: transformers, models/bert/modeling_bert.py (BertLayer).
struct EncoderBlock
{
    const Linear &query, &key, &value, &attentionOut;
    LayerNorm attentionNorm;
    const Linear &up, &down;
    LayerNorm outNorm;
    Dropout attentionDropout, attentionOutDropout, outDropout;
    int64_t heads = 1;
    Activation activation = Activation::Gelu;
    /// Only the first token of each sequence comes out, [sequences, hidden]: enough for the last
    /// block below a head that reads no other. Numbers and dropout are those of a whole pass.
    bool firstTokensOnly = false;

    /// x [tokens, hidden] -> [tokens, hidden].
    at::Tensor forward(const at::Tensor &x, const Pass &pass) const;
};

/// The first token of each sequence, [sequences, hidden]; `x` itself where it already holds no
/// others.
at::Tensor firstTokens(const at::Tensor &x, const Spans &spans);

} // namespace luthier
