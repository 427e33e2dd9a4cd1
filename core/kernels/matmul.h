// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

/// a b + bias: a [m, k], b [k, n], bias [n] or undefined -> [m, n].
///
/// On AMD processors with AVX-512, where MKL stays with its AVX2 kernel, large float matrices go
/// through a kernel of our own, and an element's bits depend on its row of `a` and column of `b`
/// alone: not on the number of rows, nor on threads. Everything else goes to at::mm.
at::Tensor product(const at::Tensor &a, const at::Tensor &b, const at::Tensor &bias = {});

/// x W^T + bias with a graph whose products are all `product`: x [n, in], weight [out, in], bias
/// [out] or undefined.
at::Tensor affine(const at::Tensor &x, const at::Tensor &weight, const at::Tensor &bias);

} // namespace luthier
