// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <optional>
#include <span>

namespace luthier {

/// Standard error of the mean of `n` values with these sums; nothing below two values.
inline std::optional<double> standardError(double sum, double squares, size_t n)
{
    if (n < 2)
        return std::nullopt;
    const double mean = sum / double(n);
    return std::sqrt(std::max(0.0, squares / double(n) - mean * mean) / double(n - 1));
}

/// Standard error of the mean of the values.
inline std::optional<double> standardError(std::span<const float> values)
{
    double sum = 0, squares = 0;
    for (const double value : values) {
        sum += value;
        squares += value * value;
    }
    return standardError(sum, squares, values.size());
}

/// Standard error of mean(a) - mean(b) where both are of the same rows: what the rows have in
/// common falls out (the paired test's).
inline std::optional<double> pairedStandardError(std::span<const float> a, std::span<const float> b)
{
    double sum = 0, squares = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        const double difference = double(a[i]) - double(b[i]);
        sum += difference;
        squares += difference * difference;
    }
    return standardError(sum, squares, a.size());
}

} // namespace luthier
