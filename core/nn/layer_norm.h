// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

/// (x - mean) / sqrt(variance + eps) * weight + bias over the last dimension.
struct LayerNorm
{
    at::Tensor weight, bias; ///< [hidden]
    double eps = 1e-12;

    at::Tensor forward(const at::Tensor &x) const
    {
        return at::layer_norm(x, {weight.size(0)}, weight, bias, eps);
    }
};

} // namespace luthier
