// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_record.h"
#include "tests/ui/session_fixture.h"

namespace luthier::pictures {

/// A run as its folder would hold it, with made-up curves that hang together.
struct StoredRun
{
    std::string name = "mails-lora-r8";
    std::string method = "lora";
    RunState state = RunState::Done;
    int64_t steps = 768;    ///< planned
    int64_t lastStep = 768; ///< reached
    int64_t bestStep = 550; ///< where validation turns
    int64_t evalSteps = 50;
    double floor = 0.06; ///< lowest validation loss
    std::vector<std::string> labels{"ham", "spam"};
};

/// Writes it into the fixture's workspace; returns its id.
std::string store(const SessionFixture &fixture, const StoredRun &run);

} // namespace luthier::pictures
