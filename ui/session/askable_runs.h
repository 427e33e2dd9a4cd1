// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_record.h"

namespace luthier {

/// Whether run.json says that a text may have several labels.
bool givesSeveralLabels(const Json &config);

/// A run with weights to ask: done, or ended early with a best step.
bool canBeAsked(const RunRecord &run);

/// The base model's folder, as run.json names it; empty where it names none.
std::string baseModelOf(const RunRecord &run);

} // namespace luthier
