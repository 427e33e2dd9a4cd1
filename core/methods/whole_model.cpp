// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/whole_model.h"

#include "core/methods/module_names.h"
#include "core/models/saved_model.h"

namespace luthier {

void WholeModelMethod::save(const Model &model, const std::filesystem::path &folder,
                            const SaveContext &) const
{
    writeModel(model, folder);
}

void WholeModelMethod::load(const Model &model, const std::filesystem::path &folder) const
{
    readTensorsInto(model.parameters().all(), folder / "model.safetensors");
}

void WholeModelMethod::trainHead(const Model &model)
{
    for (const NamedTensor &parameter : parametersOfModules(model, model.headModules()))
        parameter.value.set_requires_grad(true);
}

Parameter learningRate(double initial, std::string reason)
{
    return {.id = "learning_rate",
            .kind = Parameter::Kind::Number,
            .label = LUTHIER_MESSAGE("Learning rate"),
            .help = LUTHIER_MESSAGE("How far each step moves the weights."),
            .reason = std::move(reason),
            .initial = initial,
            .minimum = 0,
            .maximum = 1,
            .scale = Parameter::Scale::Logarithmic};
}

Parameter newHeadRatio(double initial, std::string reason)
{
    return {.id = "new_head_lr_ratio",
            .kind = Parameter::Kind::Number,
            .label = LUTHIER_MESSAGE("Faster new head"),
            .help = LUTHIER_MESSAGE("A head that the base model lacks starts from random numbers; "
                                    "it and the pooler below it learn at the learning rate "
                                    "times this."),
            .reason = std::move(reason),
            .initial = initial,
            .minimum = 0.001,
            .maximum = 1000,
            .scale = Parameter::Scale::Logarithmic,
            .advanced = true};
}

} // namespace luthier
