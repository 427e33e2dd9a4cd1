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

size_t Model::lowestTrainedStage() const
{
    const auto trained = m_parameters.trainable();
    for (size_t i = 0; i + 1 < m_stages.size(); ++i)
        for (const NamedTensor &parameter : trained)
            if (parameter.name.starts_with(m_stages[i].name + "."))
                return i;
    return m_stages.size() - 1;
}

void Model::setLabels(const std::vector<std::string> &labels)
{
    luthier::setLabels(m_config, labels);
}

std::vector<Linear *> Model::linears() const
{
    std::vector<Linear *> out;
    for (const auto &linear : m_linears)
        out.push_back(linear.get());
    return out;
}

} // namespace luthier
