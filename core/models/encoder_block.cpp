// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/encoder_block.h"

#include "core/kernels/attention.h"

#include <numeric>

namespace luthier {

namespace {

/// One token a sequence.
Spans singleTokens(int64_t sequences)
{
    Spans spans;
    spans.offsets.resize(size_t(sequences) + 1);
    std::iota(spans.offsets.begin(), spans.offsets.end(), int64_t(0));
    return spans;
}

} // namespace

at::Tensor EncoderBlock::forward(const at::Tensor &x, const Pass &pass) const
{
    const Spans &keys = pass.batch.spans;
    const at::Tensor asking = firstTokensOnly ? firstTokens(x, keys) : x;
    const Spans queries = firstTokensOnly ? singleTokens(keys.count()) : keys;
    const AttentionOptions options{heads, false, attentionDropout.active(pass),
                                   attentionDropout.key(pass)};
    const at::Tensor seen = attend(query.forward(asking, pass), key.forward(x, pass),
                                   value.forward(x, pass), queries, keys, pass.batch.rows, options);
    const at::Tensor middle = attentionNorm.forward(
        attentionOutDropout.add(attentionOut.forward(seen, pass), asking, pass));
    const at::Tensor wide = activate(up.forward(middle, pass), activation);
    return outNorm.forward(outDropout.add(down.forward(wide, pass), middle, pass));
}

at::Tensor firstTokens(const at::Tensor &x, const Spans &spans)
{
    if (x.size(0) == spans.count())
        return x;
    return x.index_select(
        0, at::tensor(at::IntArrayRef(spans.offsets.data(), size_t(spans.count())), at::kLong));
}

} // namespace luthier
