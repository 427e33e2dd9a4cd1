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

AdamW::AdamW(std::vector<NamedTensor> parameters, const AdamWSettings &settings,
             std::vector<double> rate_ratios)
    : m_parameters(std::move(parameters)), m_rows(m_parameters.size()), m_settings(settings),
      m_stepTensor(at::zeros({}, at::kFloat))
{
    rate_ratios.resize(m_parameters.size(), 1.0);
    for (size_t i = 0; i < m_parameters.size(); ++i) {
        const NamedTensor &parameter = m_parameters[i];
        m_averages.push_back(
            {"exp_avg." + parameter.name, at::zeros_like(parameter.value).detach()});
        m_squares.push_back(
            {"exp_avg_sq." + parameter.name, at::zeros_like(parameter.value).detach()});
        m_groups.push_back({decays(parameter.name), rate_ratios[i]});
    }
}

double AdamW::gradientNorm() const
{
    std::vector<at::Tensor> gradients;
    for (const NamedTensor &parameter : m_parameters) {
        at::Tensor &gradient = parameter.value.mutable_grad();
        if (!gradient.defined())
            continue;
        if (gradient.is_sparse())
            gradient = gradient.coalesce();
        gradients.push_back(gradient.is_sparse() ? gradient.values() : gradient);
    }
    if (gradients.empty())
        return 0;
    return at::linalg_vector_norm(at::stack(at::_foreach_norm(gradients, 2)), 2).item<double>();
}

void AdamW::add(size_t parameter, Lists &lists)
{
    const at::Tensor value = m_parameters[parameter].value.detach();
    const at::Tensor &gradient = m_parameters[parameter].value.grad();
    lists.values.push_back(value);
    if (!gradient.defined())
        lists.gradients.push_back(at::zeros_like(value));
    else
        lists.gradients.push_back(gradient.is_sparse() ? gradient.to_dense() : gradient);
    lists.averages.push_back(m_averages[parameter].value);
    lists.squares.push_back(m_squares[parameter].value);
    lists.steps.push_back(m_stepTensor);
    m_rows[parameter].forget();
}

void AdamW::step(double learning_rate, double norm)
{
    setSteps(m_steps + 1);
    AdamWFactors factors{.learning_rate = learning_rate,
                         .beta1 = m_settings.beta1,
                         .beta2 = m_settings.beta2,
                         .epsilon = m_settings.epsilon,
                         .step = m_steps};
    std::optional<at::Tensor> scale;
    // The kernels divide by this while they read the gradient.
    if (m_settings.max_grad_norm > 0 && norm + 1e-6 > m_settings.max_grad_norm) {
        factors.gradient_divisor = (norm + 1e-6) / m_settings.max_grad_norm;
        scale = at::scalar_tensor(factors.gradient_divisor, at::kFloat);
    }
    std::vector<Group> groups;
    for (const Group &group : m_groups)
        if (std::ranges::find(groups, group) == groups.end())
            groups.push_back(group);
    for (const Group &group : groups)
        stepGroup(group, factors, scale);
}

void AdamW::stepGroup(const Group &group, AdamWFactors factors,
                      const std::optional<at::Tensor> &scale)
{
    factors.learning_rate *= group.rate_ratio;
    factors.weight_decay = group.decays ? m_settings.weight_decay : 0;
    Lists lists;
    for (size_t i = 0; i < m_parameters.size(); ++i) {
        const at::Tensor &value = m_parameters[i].value, &gradient = value.grad();
        if (m_groups[i] != group)
            continue;
        if (gradient.defined() && AdamWRows::canStep(value, gradient))
            m_rows[i].step(value.detach(), m_averages[i].value, m_squares[i].value,
                           gradient.coalesce(), factors);
        else
            add(i, lists);
    }
    if (!lists.values.empty())
        at::_fused_adamw_(lists.values, lists.gradients, lists.averages, lists.squares, {},
                          lists.steps, factors.learning_rate, m_settings.beta1, m_settings.beta2,
                          factors.weight_decay, m_settings.epsilon, false, false, scale);
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
    m_stepTensor.fill_(double(steps));
}

} // namespace luthier
