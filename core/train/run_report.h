// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/prepared_run.h"
#include "core/train/trainer.h"

namespace luthier {

/// What is known of a run before its first step, beside plan and data.
struct RunFacts
{
    int64_t steps = 0, steps_per_epoch = 0;
    int threads = 1;
};

/// The objects of events.jsonl that are not made inside the loop.
Json startEvent(const RunConfig &config, const PreparedRun &run, const RunFacts &facts);
Json warningEvent(const Message &message);
Json errorEvent(const Error &error);
Json doneEvent(const RunFolder &folder, const Trainer &trainer, const Json &test,
               const PreparedRun &run);

/// Scores of the test part.
Json testScores(const PreparedRun &run);

/// Bytes that checkpoints, best and final will take at most.
int64_t diskBytes(const PreparedRun &run, const TrainingSettings &settings);
/// Throws when the disk has less than that.
void refuseLittleSpace(const std::filesystem::path &folder, const PreparedRun &run,
                       const TrainingSettings &settings);

} // namespace luthier
