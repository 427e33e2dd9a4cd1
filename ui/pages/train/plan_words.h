// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/train/plan_facts.h"

#include <QString>

#include <vector>

namespace luthier {

/// One choice of a plan in words, as the plan card and the review show it.
struct PlanLine
{
    QString icon;  ///< of ui/widgets/icon.h
    QString name;  ///< "Model"
    QString value; ///< "MiniLM-L6"; empty: not chosen yet
    QString note;  ///< "22.7 million weights, 6 blocks"
    int step = 0;  ///< of the wizard, where it is chosen
};

/// Task, model, data, method, settings.
std::vector<PlanLine> planLines(const AppContext &context, const PlanFacts &facts);

/// Settings of the plan that are not at their default.
int changedSettings(const Json &plan, const ModelSize &model);

} // namespace luthier
