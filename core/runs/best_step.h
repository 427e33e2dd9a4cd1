// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_folder.h"

namespace luthier {

/// Makes the best step the result of a run that is done: final/ becomes a copy of best/, and the
/// log ends with "done" again, naming the step. Does nothing when it is the result already. Throws
/// an Error when the run is not done, trains, or has no best step.
void makeBestStepFinal(const RunFolder &folder);

} // namespace luthier
