// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

/// A tensor under its Hugging Face name. It trains when `value.requires_grad()`.
struct NamedTensor
{
    std::string name;
    at::Tensor value;
};

/// All parameters of a model in the order in which they were made.
class Parameters
{
public:
    /// Adds a frozen parameter; its name must be new.
    at::Tensor add(const std::string &name, at::Tensor value);
    const std::vector<NamedTensor> &all() const { return m_all; }
    const NamedTensor *find(const std::string &name) const;

    std::vector<NamedTensor> trainable() const;
    int64_t count() const; ///< numbers in all parameters
    int64_t trainableCount() const;

private:
    std::vector<NamedTensor> m_all;
    std::map<std::string, size_t> m_index;
};

} // namespace luthier
