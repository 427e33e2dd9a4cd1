// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/model.h"

#include "core/models/labels.h"

namespace luthier {

at::Tensor Model::logits(const TokenBatch &batch, const ForwardContext &context) const
{
    ForwardContext still = context;
    still.training = false;
    at::Tensor activation;
    for (size_t i = 0; i < m_stages.size(); ++i)
        activation = m_stages[i].forward(
            activation, {batch, i < context.first_dropout_stage ? still : context});
    return activation;
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
