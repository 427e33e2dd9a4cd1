// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <vector>

namespace luthier {

/// Exponential mean without the pull towards 0 at its start: sum of factor^k * y over sum of
/// factor^k, k counted back from the newest (Adam's bias correction, arXiv 1412.6980, section 3;
/// TensorBoard smooths the same way). NaN stays NaN and is left out of the mean.
class Smoother
{
public:
    /// `factor`: 0 (nothing is smoothed) to below 1.
    explicit Smoother(double factor = 0) : m_factor(factor) {}

    double factor() const { return m_factor; }
    double next(double value);

private:
    double m_factor;
    double m_mean = 0, m_weight = 0;
};

/// The same x with smoothed y.
std::vector<QPointF> smoothed(const std::vector<QPointF> &points, double factor);

} // namespace luthier
