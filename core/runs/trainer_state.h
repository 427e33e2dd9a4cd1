// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_folder.h"
#include "core/runs/training_settings.h"

#include <span>

namespace luthier {

/// trainer_state.json as transformers writes it (trainer_callback.py, TrainerState): exactly its
/// keys, sorted, so that `TrainerState.load_from_json` reads it. Every step and evaluation of
/// `events` is in `log_history`; `best_model_checkpoint` is "best", counted from the run folder.
Json trainerState(const TrainingSettings &settings, std::span<const Json> events);

/// From the run's events.jsonl into its trainer_state.json.
void writeTrainerState(const RunFolder &folder, const TrainingSettings &settings);

} // namespace luthier
