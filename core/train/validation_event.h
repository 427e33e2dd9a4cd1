// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/evaluation_rows.h"
#include "core/train/evaluation_pass.h"

namespace luthier {

/// The "evaluation" event of the validation part (docs/events.md), without what depends on earlier
/// ones: `best` and `eval_loss_rise_stderr`.
Json validationEvent(int64_t step, const EvaluationScores &scores, const Examples &examples,
                     const Objective &objective, const std::vector<std::string> &labels);

/// What is kept of an evaluation, row by row.
EvaluationRows rowsOf(const EvaluationScores &scores, const Examples &examples);

} // namespace luthier
