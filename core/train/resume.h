// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/checkpoint.h"
#include "core/runs/run_folder.h"
#include "core/train/train.h"
#include "core/train/training_state.h"

namespace luthier {

/// The run that a request goes on with: in the folder it names, or the newest of its name in the
/// workspace. Nothing when it does not resume or there is none.
std::optional<RunFolder> runToResume(const TrainRequest &request);

/// A new folder for a run: the one that the request names, or one in the workspace.
RunFolder newRunFolder(const TrainRequest &request);

/// Where a run goes on.
struct ResumePoint
{
    std::optional<Checkpoint> from{}; ///< nothing: from the beginning
    TrainingState state{};
    Json data_version{};          ///< of the run's run.json; null in older ones
    std::vector<Message> notes{}; ///< damaged checkpoints that were passed over, accepted changes
};

/// Said when a run is told to go on and there is nothing to go on from.
Message nothingToResume(const RunFolder &folder);

/// Newest whole checkpoint. Throws with the differences when `config` is not what the run was
/// started with, unless they are accepted.
ResumePoint resumePoint(const RunFolder &folder, const RunConfig &config, bool acceptChanges);

/// Other data or weights than at the checkpoint: throws unless accepted. Another thread count or
/// processor: said, since the bits will differ. `dataset`: with the version of today's files.
std::vector<Message> changesSince(const ResumePoint &point, const TrainingState &now,
                                  const DatasetSettings &dataset, bool acceptChanges);

} // namespace luthier
