// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/askable_runs.h"

#include "core/runs/problem_type.h"
#include "ui/session/json_values.h"

namespace luthier {

bool givesSeveralLabels(const Json &config)
{
    return json::text(json::part(config, "training"), "problem_type") == multiLabelProblem;
}

bool canBeAsked(const RunRecord &run)
{
    if (run.task != "text-classification")
        return false;
    const bool endedEarly = run.state == RunState::Stopped || run.state == RunState::Interrupted;
    return run.state == RunState::Done || (endedEarly && run.bestStep > 0);
}

std::string baseModelOf(const RunRecord &run)
{
    return json::text(json::part(run.config, "model"), "path");
}

} // namespace luthier
