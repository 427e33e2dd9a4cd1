// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/checkpoint.h"
#include "core/runs/run_folder.h"
#include "core/train/train.h"
#include "core/train/training_state.h"

namespace luthier {

/// The folder that a request trains in: the one it names, the newest run of that name when it resumes,
/// or a new one.
RunFolder runFolderFor(const TrainRequest &request);

/// Where a run goes on.
struct ResumePoint
{
    std::optional<Checkpoint> from {};  ///< nothing: from the beginning
    TrainingState state {};
    std::vector<Message> notes {};      ///< damaged checkpoints that were passed over, accepted changes
};

/// Newest whole checkpoint. Throws with the differences when `config` is not what the run was started
/// with, unless they are accepted.
ResumePoint resumePoint(const RunFolder &folder, const RunConfig &config, bool acceptChanges);

/// Other data or weights than at the checkpoint: throws unless accepted. Another thread count or processor:
/// said, since the bits will differ.
std::vector<Message> changesSince(const TrainingState &then, const TrainingState &now, bool acceptChanges);

} // namespace luthier
