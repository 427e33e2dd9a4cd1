// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "tests/ui/session_fixture.h"

namespace luthier {

/// The stored tiny model without its classification head, as models/NAME of the workspace: what a
/// pre-trained model is like.
std::filesystem::path headlessModel(const SessionFixture &fixture, const char *name);

/// The tiny plan with a method, on a model of its own or the stored one, with a test part.
Json triedPlan(const char *method, const std::filesystem::path &model = {});

/// The same with two text columns, whose file is written into the workspace.
Json pairPlan(const SessionFixture &fixture);

/// The tiny plan with any number of labels a row, and the file of its test part.
Json severalPlan();
std::filesystem::path severalFile();

/// Trains runs/NAME of the workspace.
void trainRun(const SessionFixture &fixture, const char *name, const Json &plan);

} // namespace luthier
