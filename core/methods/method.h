// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/catalog.h"
#include "core/models/catalog.h"

namespace luthier {

/// What a saved model needs beside its tensors.
struct SaveContext
{
    std::string baseModel; ///< where the base came from, as written into adapter_config.json
};

/// Says which modules to wrap and which parameters train; knows how its result is stored.
class Method
{
public:
    virtual ~Method() = default;

    /// Says what the model that `prepare` will get must be like.
    virtual void choose(ModelOptions &options) const {}
    /// Adds what the method adds and marks what trains (`requires_grad`). `seed` starts new
    /// parameters.
    virtual void prepare(Model &model, uint64_t seed) = 0;
    /// Writes the trained result as users expect it: a Hugging Face model or a PEFT adapter.
    virtual void save(const Model &model, const std::filesystem::path &folder,
                      const SaveContext &context) const = 0;
    /// Takes back what `save` wrote into a model that `prepare` has seen.
    virtual void load(const Model &model, const std::filesystem::path &folder) const = 0;
    /// After `prepare`: replaces what the settings left open ("auto") by what it came to.
    virtual void resolve(Json &settings) const {}
    /// True when `save` writes an adapter that needs its base model.
    virtual bool isAdapter() const { return false; }
};

} // namespace luthier
