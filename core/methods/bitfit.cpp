// SPDX-License-Identifier: GPL-3.0-or-later
// BitFit (Ben Zaken et al. 2021, arXiv 2106.10199): the bias terms and the head train.
#include "core/methods/whole_model.h"

namespace luthier {

namespace {

class BitFit final : public WholeModelMethod
{
public:
    void prepare(Model &model, uint64_t) override
    {
        for (const NamedTensor &parameter : model.parameters().all())
            parameter.value.set_requires_grad(parameter.name.ends_with(".bias"));
        trainHead(model);
    }
};

} // namespace

MethodInfo bitfitMethod()
{
    using enum MethodInfo::Share;
    return {.descriptor = {.id = "bitfit",
                           .name = LUTHIER_MESSAGE("BitFit"),
                           .summary = LUTHIER_MESSAGE(
                               "Trains the bias terms and the head only, less than one "
                               "weight in a thousand of a large model."),
                           .parameters = {learningRate(
                               4e-3, LUTHIER_MESSAGE(
                                         "Few weights move, so they must move further than in full "
                                         "fine-tuning."))}},
            .learns = {.embeddings = Some, .lowerBlocks = Some, .upperBlocks = Some, .head = All},
            .create = [](const Json &) -> std::unique_ptr<Method> {
                return std::make_unique<BitFit>();
            }};
}

} // namespace luthier
