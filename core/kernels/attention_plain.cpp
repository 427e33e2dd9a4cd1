// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/attention.h"

#include <cmath>
#include <limits>

namespace luthier {

namespace {

/// [heads, queries, keys] of 0 or 1 / (1 - p), as the kernel draws them.
at::Tensor probabilityFactors(int64_t heads, int64_t queries, int64_t keys, int64_t row,
                              const AttentionOptions &options)
{
    at::Tensor out = at::empty({heads, queries, keys});
    auto view = out.accessor<float, 3>();
    const float keep = float(1.0 / (1.0 - options.dropout));
    for (int64_t h = 0; h < heads; ++h) {
        for (int64_t i = 0; i < queries; ++i) {
            for (int64_t j = 0; j < keys; ++j) {
                const auto words =
                    philox::generate({(uint32_t(h) << 20) + uint32_t(j / 4), uint32_t(i),
                                      uint32_t(row), uint32_t(options.key.step)},
                                     options.key.key());
                view[h][i][j] =
                    words[size_t(j % 4)] >= dropThreshold(options.dropout) ? keep : 0.0f;
            }
        }
    }
    return out;
}

} // namespace

at::Tensor attendPlain(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v,
                       const Spans &queries, const Spans &keys, const std::vector<int64_t> &rows,
                       const AttentionOptions &options)
{
    const int64_t heads = options.heads, size = q.size(1) / heads;
    std::vector<at::Tensor> out;
    for (int64_t s = 0; s < queries.count(); ++s) {
        const auto cut = [&](const at::Tensor &x, const Spans &spans) {
            return x.narrow(0, spans.offsets[size_t(s)], spans.length(s))
                .reshape({spans.length(s), heads, size})
                .transpose(0, 1);
        };
        at::Tensor scores =
            at::matmul(cut(q, queries), cut(k, keys).transpose(1, 2)) / std::sqrt(double(size));
        if (options.causal) {
            const int64_t n = queries.length(s), m = keys.length(s);
            const at::Tensor hidden =
                at::ones({n, m}, q.options().dtype(at::kBool)).triu(m - n + 1);
            scores = scores.masked_fill(hidden, -std::numeric_limits<float>::infinity());
        }
        at::Tensor probabilities = at::softmax(scores, -1);
        if (options.dropout > 0)
            probabilities =
                probabilities * probabilityFactors(heads, queries.length(s), keys.length(s),
                                                   rows[size_t(s)], options)
                                    .to(q.options());
        out.push_back(at::matmul(probabilities, cut(v, keys))
                          .transpose(0, 1)
                          .reshape({queries.length(s), q.size(1)}));
    }
    return at::cat(out);
}

} // namespace luthier
