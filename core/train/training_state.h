// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/method.h"
#include "core/train/optimizer.h"

namespace luthier {

/// Where a run stands; with weights and optimiser, all that a checkpoint must hold. The order of
/// the data and every dropout mask follow from seed and step, so there is no generator to store.
struct TrainingState
{
    int64_t step = 0; ///< optimiser steps done
    double best_metric = 0;
    int64_t best_step = 0; ///< 0: none yet
    int64_t evaluations_without_improvement = 0;
    bool early_stopping_off = false; ///< the user keeps the run going
    uint64_t event_bytes = 0;        ///< length of events.jsonl at this point

    /// What the bits depend on beside run.json; compared when a run goes on.
    std::string data_hash, model_hash;
    int64_t threads = 0;
    std::string processor;
};

Json toJson(const TrainingState &state);
TrainingState trainingStateFrom(const Json &json);

/// Writes weights, optimiser and state into a checkpoint's folder.
void saveTraining(const std::filesystem::path &folder, const TrainingState &state,
                  const Model &model, const Method &method, const AdamW &optimizer,
                  const SaveContext &context);

/// Reads only the state.
TrainingState readTrainingState(const std::filesystem::path &folder);

/// Takes weights and optimiser back.
void restoreTraining(const std::filesystem::path &folder, const TrainingState &state,
                     const Model &model, const Method &method, AdamW &optimizer);

} // namespace luthier
