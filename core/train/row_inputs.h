// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/model.h"
#include "core/train/examples.h"
#include "core/train/feature_cache.h"

#include <stop_token>

namespace luthier {

/// Rows of one part as a forward pass takes them: as tokens, or as what the frozen stages at the
/// bottom of the model made of them once. Those stages never change and do not drop out, so a pass
/// over cached rows gives what a whole one would (within the rounding of other batch shapes).
class RowInputs
{
public:
    RowInputs(const Model &model, const Examples &examples) : m_model(model), m_examples(examples)
    {
    }

    const Examples &examples() const { return m_examples; }

    /// What `cache` would keep, in bytes; 0 when nothing at the bottom is frozen.
    int64_t bytesToCache() const;
    /// Computes the frozen stages for every row, in the rows' order and in batches of fixed size,
    /// so that the bits depend on nothing else. `onRows` is told how many are done. Throws an Error
    /// with the code Cancelled when stopped. True when `kept` had it from an earlier run: the same
    /// bits, nothing computed, `onRows` not called.
    bool cache(std::stop_token stop, const std::function<void(int64_t)> &onRows,
               const FeatureCache &kept = {});
    bool isCached() const { return m_cached.defined(); }

    /// Scores of these rows, [rows, labels]; `first`: index of the first in the whole step.
    at::Tensor logits(std::span<const int64_t> rows, int64_t first,
                      const ForwardContext &context) const;

private:
    bool keepsOnePerRow() const;
    void compute(const at::Tensor &into, std::stop_token stop,
                 const std::function<void(int64_t)> &onRows) const;
    int64_t begin(int64_t row) const;
    TokenBatch cachedBatch(std::span<const int64_t> rows, int64_t first) const;

    const Model &m_model;
    const Examples &m_examples;
    size_t m_stage = 0;  ///< the first stage that is computed at each pass
    at::Tensor m_cached; ///< [tokens, hidden], or [rows, hidden] when only first tokens are read
};

} // namespace luthier
