// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/model.h"

#include "core/models/labels.h"

namespace luthier {

at::Tensor Model::logits(const TokenBatch &batch, const ForwardContext &context) const
{
    const Pass pass {batch, context};
    at::Tensor activation;
    for (const Stage &stage : m_stages)
        activation = stage.forward(activation, pass);
    return activation;
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
