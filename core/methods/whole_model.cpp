// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/whole_model.h"

#include "core/methods/module_names.h"
#include "core/models/saved_model.h"
#include "core/runs/training_parameters.h"

#include <algorithm>

namespace luthier {

namespace {

/// MiniLM's, with which tests/sweeps found the rates.
constexpr int64_t hiddenSizeOfTheSweep = 384;

Parameter trainingParameter(const std::string &id, double initial, std::string reason)
{
    const std::vector<Parameter> all = trainingParameters();
    Parameter out = *std::ranges::find(all, id, &Parameter::id);
    out.initial = initial;
    out.reason = std::move(reason);
    return out;
}

} // namespace

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
    Parameter out = trainingParameter("learning_rate", initial, std::move(reason));
    out.initialFor = hiddenSizeOfTheSweep;
    return out;
}

Parameter headLearningRate(double initial, std::string reason)
{
    return trainingParameter("learning_rate", initial, std::move(reason));
}

Parameter newHeadRatio(double initial, std::string reason)
{
    return trainingParameter("new_head_lr_ratio", initial, std::move(reason));
}

} // namespace luthier
