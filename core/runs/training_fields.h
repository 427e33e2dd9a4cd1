// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/training_parameters.h"

/// The parts of `trainingFields()`, in the order in which forms show them.
namespace luthier::fields {

std::vector<TrainingField> length();
std::vector<TrainingField> batches();
std::vector<TrainingField> schedule();
std::vector<TrainingField> optimizer();
std::vector<TrainingField> regularisation();
std::vector<TrainingField> order();
std::vector<TrainingField> validation();
std::vector<TrainingField> saving();
std::vector<TrainingField> machine();

} // namespace luthier::fields
