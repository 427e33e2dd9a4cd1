// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/parameters.h"

#include "core/base/error.h"

namespace luthier {

at::Tensor Parameters::add(const std::string &name, at::Tensor value)
{
    if (!m_index.emplace(name, m_all.size()).second)
        throw failure("nn.parameter_twice", "The parameter {name} was made twice.",
                      {{"name", name}}, Error::Code::Failed);
    m_all.push_back({name, value});
    return value;
}

const NamedTensor *Parameters::find(const std::string &name) const
{
    const auto found = m_index.find(name);
    return found == m_index.end() ? nullptr : &m_all[found->second];
}

std::vector<NamedTensor> Parameters::trainable() const
{
    std::vector<NamedTensor> out;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(out),
                 [](const NamedTensor &parameter) { return parameter.value.requires_grad(); });
    return out;
}

int64_t Parameters::count() const
{
    int64_t sum = 0;
    for (const NamedTensor &parameter : m_all)
        sum += parameter.value.numel();
    return sum;
}

int64_t Parameters::trainableCount() const
{
    int64_t sum = 0;
    for (const NamedTensor &parameter : trainable())
        sum += parameter.value.numel();
    return sum;
}

} // namespace luthier
