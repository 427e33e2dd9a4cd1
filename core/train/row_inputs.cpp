// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/row_inputs.h"

#include "core/data/stop_check.h"
#include "core/models/encoder_block.h"

#include <numeric>

namespace luthier {

namespace {

constexpr int64_t rowsAtOnce = 32;

} // namespace

bool RowInputs::keepsOnePerRow() const
{
    return m_model.stages()[m_model.lowestTrainedStage()].reads != Stage::Reads::Tokens;
}

int64_t RowInputs::bytesToCache() const
{
    if (m_model.lowestTrainedStage() == 0)
        return 0;
    const int64_t vectors = keepsOnePerRow() ? m_examples.rows() : m_examples.tokens();
    return vectors * m_model.hiddenSize() * int64_t(sizeof(float));
}

bool RowInputs::cache(std::stop_token stop, const std::function<void(int64_t)> &onRows,
                      const FeatureCache &kept)
{
    const size_t stage = m_model.lowestTrainedStage();
    if (stage == 0)
        return false;
    const int64_t vectors = keepsOnePerRow() ? m_examples.rows() : m_examples.tokens();
    const int64_t width = m_model.hiddenSize();
    const at::Tensor cached = at::empty({vectors, width});
    const std::span values(cached.mutable_data_ptr<float>(), size_t(cached.numel()));
    const std::string key = kept.isOn() ? featureKey(m_model, m_examples, kept.frozen()) : "";
    const bool found = kept.read(key, width, values);
    if (!found) {
        compute(cached, stop, onRows);
        kept.keep(key, width, values);
    }
    m_cached = cached;
    m_stage = stage;
    return found;
}

void RowInputs::compute(const at::Tensor &into, std::stop_token stop,
                        const std::function<void(int64_t)> &onRows) const
{
    const at::NoGradGuard noGraph;
    const size_t stage = m_model.lowestTrainedStage();
    const bool first = m_model.stages()[stage].reads == Stage::Reads::FirstTokens;
    for (int64_t row = 0, at = 0; row < m_examples.rows(); onRows(row)) {
        heedStop(stop);
        std::vector<int64_t> rows(size_t(std::min(rowsAtOnce, m_examples.rows() - row)));
        std::iota(rows.begin(), rows.end(), row);
        const TokenBatch batch = batchOf(m_examples, rows, 0);
        at::Tensor out = m_model.activation(batch, {}, stage);
        if (first)
            out = firstTokens(out, batch.spans);
        into.narrow(0, at, out.size(0)).copy_(out);
        at += out.size(0);
        row += int64_t(rows.size());
    }
}

int64_t RowInputs::begin(int64_t row) const
{
    return keepsOnePerRow() ? row : m_examples.offsets[size_t(row)];
}

TokenBatch RowInputs::cachedBatch(std::span<const int64_t> rows, int64_t first) const
{
    if (!keepsOnePerRow())
        return batchOf(m_examples, rows, first);
    TokenBatch batch;
    batch.spans.offsets.resize(rows.size() + 1);
    std::iota(batch.spans.offsets.begin(), batch.spans.offsets.end(), int64_t(0));
    batch.rows.resize(rows.size());
    std::iota(batch.rows.begin(), batch.rows.end(), first);
    return batch;
}

at::Tensor RowInputs::logits(std::span<const int64_t> rows, int64_t first,
                             const ForwardContext &context) const
{
    if (!isCached())
        return m_model.logits(batchOf(m_examples, rows, first), context);
    const TokenBatch batch = cachedBatch(rows, first);
    std::vector<at::Tensor> parts;
    for (size_t i = 0; i < rows.size(); ++i)
        parts.push_back(m_cached.narrow(0, begin(rows[i]), batch.spans.length(int64_t(i))));
    return m_model.logits(batch, context, m_stage, at::cat(parts));
}

} // namespace luthier
