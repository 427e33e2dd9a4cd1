// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/matmul.h"

#include "core/kernels/gemm.h"

namespace luthier {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Below this many multiplications packing costs more than it gains.
constexpr int64_t kLeastWork = 1 << 20;
constexpr int64_t kLeastColumns = 32;

bool isPlain(const at::Tensor &x)
{
    return x.is_cpu() && x.scalar_type() == at::kFloat && (x.stride(0) == 1 || x.stride(1) == 1);
}

kernels::MatrixView view(const at::Tensor &x)
{
    return {x.const_data_ptr<float>(), x.size(0), x.size(1), x.stride(0), x.stride(1)};
}

struct LinearNode : torch::autograd::Function<LinearNode>
{
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x,
                              const at::Tensor &weight, const std::optional<at::Tensor> &bias)
    {
        const at::Tensor needed = weight.requires_grad() ? x : at::Tensor();
        context->save_for_backward({needed, weight});
        context->saved_data["bias_trains"] = bias && bias->requires_grad();
        return product(x, weight.t(), bias.value_or(at::Tensor()));
    }

    static variable_list backward(AutogradContext *context, const variable_list &gradients)
    {
        const auto saved = context->get_saved_variables();
        const at::Tensor gradient = gradients[0].contiguous();
        const bool trains = saved[0].defined();
        return {context->needs_input_grad(0) ? product(gradient, saved[1]) : at::Tensor(),
                trains ? product(gradient.t(), saved[0]) : at::Tensor(),
                context->saved_data["bias_trains"].toBool() ? gradient.sum(0) : at::Tensor()};
    }
};

} // namespace

at::Tensor product(const at::Tensor &a, const at::Tensor &b, const at::Tensor &bias)
{
    const int64_t work = a.size(0) * a.size(1) * b.size(1);
    if (!kernels::gemmPays() || work < kLeastWork || b.size(1) < kLeastColumns || !isPlain(a) ||
        !isPlain(b) || (bias.defined() && !bias.is_contiguous()))
        return bias.defined() ? at::addmm(bias, a, b) : at::mm(a, b);
    at::Tensor out = at::empty({a.size(0), b.size(1)}, a.options());
    kernels::gemm(view(a), view(b), bias.defined() ? bias.const_data_ptr<float>() : nullptr,
                  out.mutable_data_ptr<float>());
    return out;
}

at::Tensor affine(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias)
{
    return LinearNode::apply(x, weight, bias.defined() ? std::optional(bias) : std::nullopt);
}

} // namespace luthier
