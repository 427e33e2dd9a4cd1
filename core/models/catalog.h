// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/models/model.h"
#include "core/models/parameter_source.h"
#include "core/weights/model_folder.h"

namespace luthier {

/// What a family builds a model from.
struct ModelSource
{
    std::string folder;
    const ConfigReader &config;
    const WeightSet &weights;
};

/// What the head makes of a sequence: as the architecture's own does in transformers, or a linear
/// layer on the mean of all tokens (sentence-transformers, 1_Pooling).
enum class Pooling { Architecture, Mean };

struct ModelOptions
{
    int64_t labels = 2;
    uint64_t seed = 42;              ///< start values of new modules
    std::optional<double> dropout{}; ///< overrides every rate of the config
    Pooling pooling = Pooling::Architecture;
};

/// One architecture; `descriptor.id` is config.json's model_type.
struct ModelFamily
{
    Descriptor descriptor;
    std::string prefix; ///< that base models are saved without
    std::function<std::unique_ptr<Model>(const ModelSource &, const ModelOptions &)> create;
};

const std::vector<ModelFamily> &modelFamilies();

/// The family of a config; throws with the list of the supported ones.
const ModelFamily &familyOf(const ConfigReader &config);

} // namespace luthier
