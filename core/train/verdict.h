// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/run_curves.h"

namespace luthier {

enum class VerdictKind {
    TooEarly,
    Healthy,
    Overfitting,
    Underfitting,
    Plateau,
    Divergence,
    Unclear
};

/// What a run's curves say, in one sentence; a function of the events alone.
///
/// - **Divergence**: a loss that is no finite number; or a training loss that, over one interval
///   between validations, is above twice that of the first ten steps by more than four standard
///   errors.
/// - **Too early**: fewer than three validations.
/// - **Overfitting** since s: every validation from s to the newest lies above the lowest one by
/// more
///   than the noise, there are at least two of them (one more for every six validations) and they
///   tend upward (Kendall's tau >= 0.6 over the validations after the lowest), while the training
///   loss after the lowest validation is below that before it. More than the noise is more than
///     5 % of the lowest loss (Prechelt 1998, "Early stopping - but when?": GL with alpha = 5, and
///     his UP, which wants successive rises); two standard errors of the difference to the lowest
///     validation over the same rows (the paired test: would other validation texts have shown
///     it?); 2.5 * sqrt(2) times the scatter of successive validations (would the next one be low
///     again?).
///   The scatter is the spread of each validation above the line between its neighbours (second
///   differences: Rice 1984, Gasser, Sroka and Jennen-Steinmetz 1986). Only upward ones count,
///   doubled: a smooth valley bends the other way and must not look like noise. Without the rows of
///   the lowest validation the downward ones count too, and it is 3 * sqrt(2) times.
/// - **Underfitting**: after one epoch or more no validation beats always giving the most frequent
///   label by two standard errors, row by row.
/// - **Plateau** since s: the four or more newest validations lie within 2 % of the lowest loss.
/// - **Healthy**: the lowest validation is one of the three newest, lies below all before them by
/// more
///   than the scatter, and the newest is not above it by more than 5 % and two standard errors.
/// - **Unclear**: none of these.
struct Verdict
{
    VerdictKind kind = VerdictKind::TooEarly;
    Message message;        ///< id "verdict.overfitting" and so on
    int64_t step = 0;       ///< the newest validation, or the step that failed
    int64_t best_step = 0;  ///< by metric_for_best_model; 0: none yet
    int64_t since_step = 0; ///< of overfitting, plateau, divergence; else 0
};

Verdict verdictOf(const RunCurves &curves);

/// "overfitting", "too_early" and so on.
const char *word(VerdictKind kind);

/// The event (docs/events.md), and back.
Json toJson(const Verdict &verdict);
Verdict verdictFrom(const Json &event);

} // namespace luthier
