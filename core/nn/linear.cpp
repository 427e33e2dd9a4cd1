// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/linear.h"

#include "core/kernels/matmul.h"

namespace luthier {

Linear::Linear(std::string name, at::Tensor weight, at::Tensor bias)
    : m_name(std::move(name)), m_weight(std::move(weight)), m_bias(std::move(bias))
{
}

at::Tensor Linear::forward(const at::Tensor &x, const Pass &pass) const
{
    return m_addition ? m_addition->forward(*this, x, pass) : plain(x);
}

at::Tensor Linear::plain(const at::Tensor &x) const
{
    return affine(x, m_weight, m_bias);
}

} // namespace luthier
