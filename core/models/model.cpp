// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/model.h"

#include "core/models/labels.h"

namespace luthier {

at::Tensor Model::run(at::Tensor activation, const TokenBatch &batch, const ForwardContext &context,
                      size_t first, size_t end) const
{
    ForwardContext still = context;
    still.training = false;
    for (size_t i = first; i < end; ++i)
        activation = m_stages[i].forward(
            activation, {batch, i < context.first_dropout_stage ? still : context});
    return activation;
}

at::Tensor Model::logits(const TokenBatch &batch, const ForwardContext &context, size_t first,
                         const at::Tensor &activation) const
{
    return run(activation, batch, context, first, m_stages.size());
}

at::Tensor Model::activation(const TokenBatch &batch, const ForwardContext &context,
                             size_t end) const
{
    return run({}, batch, context, 0, end);
}

bool Stage::holds(const std::string &parameter) const
{
    const auto below = [&](const std::string &module) {
        return parameter.starts_with(module + ".");
    };
    return below(name) || std::ranges::any_of(more_modules, below);
}

size_t Model::stageOf(const std::string &parameter) const
{
    const auto found =
        std::ranges::find_if(m_stages, [&](const Stage &stage) { return stage.holds(parameter); });
    return found == m_stages.end() ? m_stages.size() - 1 : size_t(found - m_stages.begin());
}

size_t Model::lowestTrainedStage() const
{
    size_t lowest = m_stages.size() - 1;
    for (const NamedTensor &parameter : m_parameters.trainable())
        lowest = std::min(lowest, stageOf(parameter.name));
    return lowest;
}

bool Model::hasNewHead() const
{
    return std::ranges::any_of(m_newModules, [&](const std::string &module) {
        return module == m_headModules.back() || module.starts_with(m_headModules.back() + ".");
    });
}

void Model::setLabels(const std::vector<std::string> &labels, const std::string &problemType)
{
    luthier::setLabels(m_config, labels, problemType);
}

std::vector<Linear *> Model::linears() const
{
    std::vector<Linear *> out;
    for (const auto &linear : m_linears)
        out.push_back(linear.get());
    return out;
}

} // namespace luthier
