// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runs/run_config.h"

#include <cstdint>
#include <vector>

namespace luthier {

/// One stage of a model, from the embeddings to the head, as a method leaves it.
struct StageLearning
{
    /// Partly: some of the stage's own weights learn. AddOn: they are frozen, what the method puts
    /// beside them learns.
    enum class Kind { Frozen, Partly, AddOn, Learns };

    Kind kind = Kind::Frozen;
    bool block = false; ///< one of the repeated blocks
};

/// What a method would train of a model.
struct Learning
{
    int64_t parameters = 0; ///< numbers in all, what the method adds included
    int64_t trainable = 0;
    bool adapter = false; ///< the result is an adapter, not a whole model
    std::vector<StageLearning> stages;

    /// Bytes of the result as it is saved.
    int64_t resultBytes() const;
};

/// Builds the model of `config` with its method, as a run would, and looks at it. `labels`: how
/// many the head tells apart.
Result<Learning> whatLearns(const RunConfig &config, int64_t labels);

} // namespace luthier
