// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/gelu.h"

#include "core/kernels/exponential.h"
#include "core/kernels/vectorised.h"

#include <numbers>

namespace luthier {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int64_t kGrain = 1 << 14;
constexpr float kRootHalf = float(1 / std::numbers::sqrt2);
/// 1 / sqrt(2 pi).
constexpr float kDensity = float(std::numbers::inv_sqrtpi / std::numbers::sqrt2);

LUTHIER_VECTORISED
void geluLine(const float *x, float *out, int64_t count)
{
    for (int64_t i = 0; i < count; ++i)
        out[i] = 0.5f * x[i] * (1.0f + kernels::erfOf(x[i] * kRootHalf));
}

LUTHIER_VECTORISED
void geluGradientLine(const float *x, const float *gradient, float *out, int64_t count)
{
    for (int64_t i = 0; i < count; ++i) {
        const float below = 0.5f * (1.0f + kernels::erfOf(x[i] * kRootHalf));
        const float density = kDensity * kernels::expOf(-0.5f * x[i] * x[i]);
        out[i] = gradient[i] * (below + x[i] * density);
    }
}

struct GeluNode : torch::autograd::Function<GeluNode>
{
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x)
    {
        const at::Tensor in = x.contiguous();
        context->save_for_backward({in});
        at::Tensor out = at::empty_like(in);
        const float *from = in.const_data_ptr<float>();
        float *to = out.mutable_data_ptr<float>();
        at::parallel_for(0, in.numel(), kGrain, [=](int64_t begin, int64_t end) {
            geluLine(from + begin, to + begin, end - begin);
        });
        return out;
    }

    static variable_list backward(AutogradContext *context, const variable_list &gradients)
    {
        const at::Tensor in = context->get_saved_variables()[0];
        const at::Tensor gradient = gradients[0].contiguous();
        at::Tensor out = at::empty_like(in);
        const float *x = in.const_data_ptr<float>(), *from = gradient.const_data_ptr<float>();
        float *to = out.mutable_data_ptr<float>();
        at::parallel_for(0, in.numel(), kGrain, [=](int64_t begin, int64_t end) {
            geluGradientLine(x + begin, from + begin, to + begin, end - begin);
        });
        return {out};
    }
};

} // namespace

at::Tensor exactGelu(const at::Tensor &x)
{
    return x.is_cpu() && x.scalar_type() == at::kFloat ? GeluNode::apply(x) : at::gelu(x, "none");
}

} // namespace luthier
