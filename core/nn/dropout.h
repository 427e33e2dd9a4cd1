// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/dropout.h"
#include "core/nn/linear.h"

namespace luthier {

/// A place in the model where elements are dropped while training; its path keys the mask.
struct Dropout
{
    double p = 0;
    uint32_t module = 0;

    Dropout() = default;
    Dropout(double p, const std::string &path) : p(p), module(philox::pathHash(path.c_str())) {}

    double active(const Pass &pass) const { return pass.context.training ? p : 0; }
    DropoutKey key(const Pass &pass) const
    {
        return {pass.context.seed, pass.context.step, module};
    }

    at::Tensor forward(const at::Tensor &x, const Pass &pass) const
    {
        return luthier::dropout(x, active(pass), key(pass), pass.batch);
    }
    at::Tensor add(const at::Tensor &x, const at::Tensor &residual, const Pass &pass) const
    {
        return dropoutAdd(x, residual, active(pass), key(pass), pass.batch);
    }
};

} // namespace luthier
