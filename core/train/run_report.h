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
    CachePlan cache;
};

/// The objects of events.jsonl that are not made inside the loop.
Json startEvent(const RunConfig &config, const PreparedRun &run, const RunFacts &facts);
Json warningEvent(const Message &message);
Json errorEvent(const Error &error);
/// `finalStep`: the step whose weights are in final/.
Json doneEvent(const RunFolder &folder, const Trainer &trainer, int64_t finalStep, const Json &test,
               const PreparedRun &run);

/// Scores of the test part by the model as it is, that of `step`; the recorder keeps its rows.
Json testScores(const PreparedRun &run, int64_t step, RunRecorder &recorder);

/// Bytes that checkpoints, best, final and the rows of evaluations will take at most.
int64_t diskBytes(const PreparedRun &run, const TrainingSettings &settings);
/// Throws when the disk has less than that.
void refuseLittleSpace(const std::filesystem::path &folder, const PreparedRun &run,
                       const TrainingSettings &settings);

} // namespace luthier
