// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/dropout.h"

#include "core/kernels/vectorised.h"

#include <torch/custom_class.h>

namespace luthier {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// What the mask depends on, line by line of a matrix; kept for the backward pass.
struct Mask : torch::CustomClassHolder
{
    double p = 0;
    DropoutKey key;
    std::vector<uint32_t> row, position;
};

/// A line a token, or a line a sequence.
c10::intrusive_ptr<Mask> maskOf(double p, const DropoutKey &key, const TokenBatch &batch,
                                bool perToken)
{
    auto mask = c10::make_intrusive<Mask>();
    mask->p = p;
    mask->key = key;
    for (int64_t i = 0; i < batch.spans.count(); ++i) {
        for (int64_t position = 0; position < (perToken ? batch.spans.length(i) : 1); ++position) {
            mask->row.push_back(uint32_t(batch.rows[size_t(i)]));
            mask->position.push_back(uint32_t(position));
        }
    }
    return mask;
}

LUTHIER_VECTORISED
void applyLine(const float *in, const float *residual, float *out, int64_t channels,
               const uint32_t *words, uint32_t threshold, float scale)
{
    if (residual) {
        for (int64_t c = 0; c < channels; ++c)
            out[c] = residual[c] + in[c] * (words[c] >= threshold ? scale : 0.0f);
    } else {
        for (int64_t c = 0; c < channels; ++c)
            out[c] = in[c] * (words[c] >= threshold ? scale : 0.0f);
    }
}

/// in * factor + residual (when defined).
at::Tensor masked(const at::Tensor &in, const at::Tensor &residual, const Mask &mask)
{
    const int64_t channels = in.size(1), blocks = (channels + 3) / 4;
    at::Tensor out = at::empty_like(in);
    const float *source = in.const_data_ptr<float>();
    const float *added = residual.defined() ? residual.const_data_ptr<float>() : nullptr;
    float *target = out.mutable_data_ptr<float>();
    at::parallel_for(0, in.size(0), 8, [&](int64_t begin, int64_t end) {
        std::vector<uint32_t> words(size_t(4 * blocks));
        for (int64_t line = begin; line < end; ++line) {
            const philox::Grid grid{.columns = blocks,
                                    .firstRow = mask.position[size_t(line)],
                                    .fixed = {mask.row[size_t(line)], uint32_t(mask.key.step)}};
            philox::generateGrid(grid, mask.key.key(), words.data());
            applyLine(source + line * channels, added ? added + line * channels : nullptr,
                      target + line * channels, channels, words.data(), dropThreshold(mask.p),
                      float(1.0 / (1.0 - mask.p)));
        }
    });
    return out;
}

struct DropoutNode : torch::autograd::Function<DropoutNode>
{
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x,
                              const std::optional<at::Tensor> &residual,
                              const c10::intrusive_ptr<Mask> &mask)
    {
        context->saved_data["mask"] = at::IValue::make_capsule(mask);
        context->saved_data["adds"] = residual.has_value();
        return masked(x.contiguous(), residual ? residual->contiguous() : at::Tensor(), *mask);
    }

    static variable_list backward(AutogradContext *context, const variable_list &gradients)
    {
        const auto capsule = context->saved_data["mask"].toCapsule();
        const bool adds = context->saved_data["adds"].toBool();
        return {masked(gradients[0].contiguous(), {}, static_cast<const Mask &>(*capsule)),
                adds ? gradients[0] : at::Tensor(),
                {}};
    }
};

} // namespace

at::Tensor dropout(const at::Tensor &x, double p, const DropoutKey &key, const TokenBatch &batch)
{
    if (p <= 0)
        return x;
    return DropoutNode::apply(x, std::nullopt,
                              maskOf(p, key, batch, x.size(0) == batch.spans.tokens()));
}

at::Tensor dropoutAdd(const at::Tensor &x, const at::Tensor &residual, double p,
                      const DropoutKey &key, const TokenBatch &batch)
{
    return p <= 0 ? x + residual
                  : DropoutNode::apply(x, std::optional(residual),
                                       maskOf(p, key, batch, x.size(0) == batch.spans.tokens()));
}

at::Tensor dropoutFactors(int64_t channels, double p, const DropoutKey &key,
                          const TokenBatch &batch)
{
    const auto lines = maskOf(p, key, batch, true);
    at::Tensor out = at::empty({int64_t(lines->row.size()), channels});
    auto view = out.accessor<float, 2>();
    for (int64_t line = 0; line < out.size(0); ++line) {
        for (int64_t c = 0; c < channels; ++c) {
            const auto words = philox::generate({uint32_t(c / 4), lines->position[size_t(line)],
                                                 lines->row[size_t(line)], uint32_t(key.step)},
                                                key.key());
            view[line][c] =
                words[size_t(c % 4)] >= dropThreshold(p) ? float(1.0 / (1.0 - p)) : 0.0f;
        }
    }
    return out;
}

} // namespace luthier
