// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_document.h"
#include "ui/widgets/badge.h"

namespace luthier {

/// How a run's state is shown: never by colour alone.
struct RunBadge
{
    Badge::Kind kind = Badge::Neutral;
    QString icon, text;
};

RunBadge badgeOf(const RunDocument &run);

/// What is being done before the first step: "Reading the data".
QString phaseText(const std::string &phase);

/// "Step 560 of 1,280 · epoch 2.19 of 5 · 4 min 08 s gone · 5 min 18 s left", as far as it is
/// known. `brief`: only the step and the time left.
QString progressText(const RunDocument &run, bool brief);

/// Base model, method and data file.
QString whatTrains(const RunDocument &run);

/// "Accuracy", "F1 (macro)" of an evaluation's key; the key itself when it is not known.
QString metricName(const std::string &key);
/// As a share or as a number, whichever the metric is.
QString metricText(const std::string &key, double value);

} // namespace luthier
