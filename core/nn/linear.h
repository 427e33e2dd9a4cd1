// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tokens.h"

namespace luthier {

/// The batch and the state of training that go through all layers together.
struct Pass
{
    const TokenBatch &batch;
    const ForwardContext &context;
};

class Linear;

/// What a method puts beside a linear layer (LoRA and its relatives).
class LinearAddition
{
public:
    virtual ~LinearAddition() = default;
    /// The layer's output with the addition: x [n, in] -> [n, out].
    virtual at::Tensor forward(const Linear &layer, const at::Tensor &x,
                               const Pass &pass) const = 0;
    /// What the addition amounts to as a change of the weight, [out, in].
    virtual at::Tensor delta() const = 0;
};

/// x W^T + b. Methods replace its storage or put an addition beside it.
class Linear
{
public:
    /// `name` is the Hugging Face path without ".weight"; weight [out, in], bias [out] or
    /// undefined.
    Linear(std::string name, at::Tensor weight, at::Tensor bias);

    at::Tensor forward(const at::Tensor &x, const Pass &pass) const;
    at::Tensor plain(const at::Tensor &x) const;

    const std::string &name() const { return m_name; }
    const at::Tensor &weight() const { return m_weight; }
    const at::Tensor &bias() const { return m_bias; }
    void setAddition(std::unique_ptr<LinearAddition> addition) { m_addition = std::move(addition); }
    const LinearAddition *addition() const { return m_addition.get(); }

private:
    std::string m_name;
    at::Tensor m_weight, m_bias;
    std::unique_ptr<LinearAddition> m_addition;
};

} // namespace luthier
