// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

/// x W^T + bias + scale (x A^T) B^T as one node of the graph: the layer's input is kept once, and
/// the small products are added in place. x [n, in], weight [out, in] frozen, a [r, in], b [out,
/// r].
at::Tensor loraLinear(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias,
                      const at::Tensor &a, const at::Tensor &b, double scale);

} // namespace luthier
