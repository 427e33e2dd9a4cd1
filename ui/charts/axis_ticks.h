// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace luthier {

/// Distance of round ticks (1, 2, 2.5 or 5 times a power of ten) from `from` to `to`, 4 to 7 of
/// them where such a distance exists, at most `most`. `whole`: never below 1.
double tickStep(double from, double to, int most = 7, bool whole = false);

/// The multiples of the tick step inside the range.
std::vector<double> linearTicks(double from, double to, int most = 7, bool whole = false);

/// Powers of ten inside the range; where these are fewer than four, also 2 and 5 times these.
std::vector<double> logarithmicTicks(double from, double to);

/// One text a tick, as many decimals as the smallest distance needs, by the locale of now.
/// `percent`: 1 is 100%.
std::vector<QString> tickTexts(const std::vector<double> &ticks, bool percent);

/// A value beside a line or in the read-out: 0.0612, 97.8%, 3.0e-5, 1,280.
QString valueText(double value, bool percent);

/// Where a loss axis ends so that the gap between the curves is visible: 3 times the median of the
/// validation loss, rounded up to a round number. Nothing without a finite value.
std::optional<double> lossCeiling(const std::vector<QPointF> &validation);

} // namespace luthier
