// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/what_learns.h"

#include "core/kernels/torch_errors.h"
#include "core/methods/method.h"
#include "core/models/catalog.h"
#include "core/weights/model_folder.h"
#include "core/weights/weight_set.h"

#include <set>

namespace luthier {

namespace {

/// Numbers of one stage, of its own weights and of what the method has put beside them.
struct StageCounts
{
    int64_t own = 0, ownTrained = 0, added = 0;

    StageLearning::Kind kind() const
    {
        using Kind = StageLearning::Kind;
        if (ownTrained > 0)
            return ownTrained == own ? Kind::Learns : Kind::Partly;
        return added > 0 ? Kind::AddOn : Kind::Frozen;
    }
};

Learning learningOf(const RunConfig &config, int64_t labels)
{
    const ModelFolder folder = ModelFolder::open(config.model);
    folder.refuseCustomCode();
    const WeightSet weights = WeightSet::open(folder.path());
    const ConfigReader reader = folder.configReader();
    const auto method = methodNamed(config.method).create(config.methodSettings);
    ModelOptions options{.labels = labels, .seed = config.training.seed};
    method->choose(options);
    const auto model = familyOf(reader).create({folder.path().string(), reader, weights}, options);
    std::set<std::string> own;
    for (const NamedTensor &parameter : model->parameters().all())
        own.insert(parameter.name);
    method->prepare(*model, config.training.seed);

    std::vector<StageCounts> counts(model->stages().size());
    for (const auto &[name, value] : model->parameters().all()) {
        StageCounts &stage = counts[model->stageOf(name)];
        (own.contains(name) ? stage.own : stage.added) += value.numel();
        if (own.contains(name) && value.requires_grad())
            stage.ownTrained += value.numel();
    }
    Learning out{.parameters = model->parameters().count(),
                 .trainable = model->parameters().trainableCount(),
                 .adapter = method->isAdapter(),
                 .stages = {}};
    for (size_t i = 0; i < counts.size(); ++i)
        out.stages.push_back({counts[i].kind(), model->stages()[i].block});
    return out;
}

} // namespace

int64_t Learning::resultBytes() const
{
    return int64_t(sizeof(float)) * (adapter ? trainable : parameters);
}

Result<Learning> whatLearns(const RunConfig &config, int64_t labels)
{
    return guardedTorch([&] { return learningOf(config, labels); });
}

} // namespace luthier
