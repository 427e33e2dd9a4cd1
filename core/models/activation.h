// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

/// Names as in transformers' ACT2FN: "gelu" (erf), "gelu_new" and "gelu_pytorch_tanh" (tanh),
/// "relu".
enum class Activation { Gelu, GeluTanh, Relu };

/// Throws for a name that is not supported.
Activation activationNamed(const std::string &name);

at::Tensor activate(const at::Tensor &x, Activation activation);

} // namespace luthier
