// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/activation.h"

#include "core/base/error.h"
#include "core/kernels/gelu.h"

namespace luthier {

Activation activationNamed(const std::string &name)
{
    if (name == "gelu")
        return Activation::Gelu;
    if (name == "gelu_new" || name == "gelu_pytorch_tanh")
        return Activation::GeluTanh;
    if (name == "relu")
        return Activation::Relu;
    throw failure("models.activation",
                  LUTHIER_MESSAGE("The activation {name} is not supported; gelu, gelu_new, "
                                  "gelu_pytorch_tanh and relu are."),
                  {{"name", name}});
}

at::Tensor activate(const at::Tensor &x, Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return exactGelu(x);
    case Activation::GeluTanh:
        return at::gelu(x, "tanh");
    case Activation::Relu:
        return at::relu(x);
    }
    return x;
}

} // namespace luthier
