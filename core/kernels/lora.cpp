// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/lora.h"

#include "core/kernels/matmul.h"

namespace luthier {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct LoraNode : torch::autograd::Function<LoraNode>
{
    static at::Tensor forward(AutogradContext *context, const at::Tensor &x,
                              const at::Tensor &weight, const std::optional<at::Tensor> &bias,
                              const at::Tensor &a, const at::Tensor &b, double scale)
    {
        at::Tensor out = product(x, weight.t(), bias.value_or(at::Tensor()));
        const at::Tensor small = at::mm(x, a.t());
        out.addmm_(small, b.t(), 1, scale);
        context->save_for_backward({x, weight, a, b, small});
        context->saved_data["scale"] = scale;
        return out;
    }

    static variable_list backward(AutogradContext *context, const variable_list &gradients)
    {
        const auto saved = context->get_saved_variables();
        const at::Tensor &x = saved[0], &weight = saved[1], &a = saved[2], &b = saved[3],
                         &small = saved[4];
        const double scale = context->saved_data["scale"].toDouble();
        const at::Tensor gradient = gradients[0].contiguous();
        const at::Tensor smallGradient = at::mm(gradient, b).mul_(scale);
        at::Tensor dx;
        if (context->needs_input_grad(0))
            dx = product(gradient, weight).addmm_(smallGradient, a);
        return {dx, {}, {}, at::mm(smallGradient.t(), x), at::mm(gradient.t(), small).mul_(scale),
                {}};
    }
};

} // namespace

at::Tensor loraLinear(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias,
                      const at::Tensor &a, const at::Tensor &b, double scale)
{
    return LoraNode::apply(x, weight, bias.defined() ? std::optional(bias) : std::nullopt, a, b,
                           scale);
}

} // namespace luthier
