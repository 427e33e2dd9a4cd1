// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimizer.h"

#include <regex>

namespace luthier {

bool decays(const std::string &name)
{
    static const std::regex exempt(R"(bias|layernorm|rmsnorm|(^|\.)norm($|\.)|_norm($|\.))",
                                   std::regex::ECMAScript | std::regex::icase);
    return !std::regex_search(name, exempt);
}

AdamW::AdamW(std::vector<NamedTensor> parameters, const AdamWSettings &settings)
    : m_parameters(std::move(parameters)), m_settings(settings), m_groups(2)
{
    m_groups[0].weight_decay = settings.weight_decay;
    const at::Tensor steps = at::zeros({}, at::kFloat);
    for (const NamedTensor &parameter : m_parameters) {
        m_averages.push_back(
            {"exp_avg." + parameter.name, at::zeros_like(parameter.value).detach()});
        m_squares.push_back(
            {"exp_avg_sq." + parameter.name, at::zeros_like(parameter.value).detach()});
        Group &group = m_groups[decays(parameter.name) ? 0 : 1];
        group.values.push_back(parameter.value.detach());
        group.averages.push_back(m_averages.back().value);
        group.squares.push_back(m_squares.back().value);
        group.steps.push_back(steps);
    }
}

double AdamW::gradientNorm() const
{
    std::vector<at::Tensor> gradients;
    for (const NamedTensor &parameter : m_parameters)
        if (parameter.value.grad().defined())
            gradients.push_back(parameter.value.grad());
    if (gradients.empty())
        return 0;
    return at::linalg_vector_norm(at::stack(at::_foreach_norm(gradients, 2)), 2).item<double>();
}

void AdamW::step(double learning_rate, double norm)
{
    setSteps(m_steps + 1);
    std::optional<at::Tensor> scale;
    // The fused kernel divides by this while it reads the gradient.
    if (m_settings.max_grad_norm > 0 && norm + 1e-6 > m_settings.max_grad_norm)
        scale = at::scalar_tensor((norm + 1e-6) / m_settings.max_grad_norm, at::kFloat);
    size_t next[2] = {0, 0};
    std::vector<at::Tensor> gradients[2];
    for (const NamedTensor &parameter : m_parameters) {
        const size_t group = decays(parameter.name) ? 0 : 1;
        const at::Tensor &gradient = parameter.value.grad();
        gradients[group].push_back(
            gradient.defined() ? gradient : at::zeros_like(m_groups[group].values[next[group]]));
        ++next[group];
    }
    for (size_t i = 0; i < m_groups.size(); ++i) {
        const Group &group = m_groups[i];
        if (!group.values.empty())
            at::_fused_adamw_(group.values, gradients[i], group.averages, group.squares, {},
                              group.steps, learning_rate, m_settings.beta1, m_settings.beta2,
                              group.weight_decay, m_settings.epsilon, false, false, scale);
    }
}

void AdamW::zeroGradients()
{
    for (const NamedTensor &parameter : m_parameters)
        parameter.value.mutable_grad().reset();
}

std::vector<NamedTensor> AdamW::state() const
{
    std::vector<NamedTensor> out = m_averages;
    out.insert(out.end(), m_squares.begin(), m_squares.end());
    return out;
}

void AdamW::setSteps(int64_t steps)
{
    m_steps = steps;
    for (const Group &group : m_groups)
        for (const at::Tensor &tensor : group.steps)
            tensor.fill_(double(steps));
}

} // namespace luthier
