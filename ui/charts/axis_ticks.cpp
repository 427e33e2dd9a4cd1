// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_ticks.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace luthier {

namespace {

constexpr int fewest = 4;
constexpr double smallestPlain = 1e-3, largestPlain = 1e6;

/// 3.0e-5: without the sign and zeros of the C library's exponent.
QString scientific(double value, int decimals)
{
    const QLocale locale;
    const int exponent = int(std::floor(std::log10(std::abs(value))));
    return locale.toString(value / std::pow(10.0, exponent), 'f', decimals) + u'e' +
           (exponent < 0 ? locale.negativeSign() : QString()) + locale.toString(std::abs(exponent));
}

int countBetween(double from, double to, double step)
{
    constexpr double slack = 1e-9;
    return int(std::floor(to / step + slack) - std::ceil(from / step - slack)) + 1;
}

/// Decimals that tell multiples of `step` apart.
int decimalsOf(double step)
{
    for (int decimals = 0; decimals < 12; ++decimals) {
        const double scaled = step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled)
            return decimals;
    }
    return 12;
}

double smallestDistance(const std::vector<double> &ticks)
{
    double smallest = ticks.empty() ? 1 : std::abs(ticks.front());
    for (size_t i = 1; i < ticks.size(); ++i)
        smallest = std::min(i == 1 ? INFINITY : smallest, ticks[i] - ticks[i - 1]);
    return smallest > 0 ? smallest : 1;
}

} // namespace

double tickStep(double from, double to, int most, bool whole)
{
    const double span = to - from;
    if (!(span > 0) || !std::isfinite(span))
        return 1;
    double best = span;
    int distance = INT_MAX;
    const int power = int(std::floor(std::log10(span / std::max(most, 1))));
    for (int exponent = power - 1; exponent <= power + 2; ++exponent) {
        for (const double mantissa : {1.0, 2.0, 2.5, 5.0}) {
            const double step = mantissa * std::pow(10.0, exponent);
            if (whole && step != std::round(step))
                continue;
            const int count = countBetween(from, to, step);
            if (count > most || count < 1)
                continue;
            const int away = count < fewest ? 100 * (fewest - count) : most - count;
            if (away < distance) {
                distance = away;
                best = step;
            }
        }
    }
    return whole ? std::max(1.0, best) : best;
}

std::vector<double> linearTicks(double from, double to, int most, bool whole)
{
    const double step = tickStep(from, to, most, whole);
    std::vector<double> out;
    const int count = countBetween(from, to, step);
    const double first = std::ceil(from / step - 1e-9);
    for (int i = 0; i < count; ++i)
        out.push_back((first + i) * step);
    return out;
}

std::vector<double> logarithmicTicks(double from, double to)
{
    std::vector<double> out;
    if (!(from > 0) || !(to > from))
        return out;
    const int low = int(std::floor(std::log10(from))), high = int(std::ceil(std::log10(to)));
    const bool wide = high - low > fewest;
    const int stride = std::max(1, (high - low + 6) / 7);
    for (int exponent = low; exponent <= high; exponent += stride) {
        for (const double mantissa : {1.0, 2.0, 5.0}) {
            const double tick = mantissa * std::pow(10.0, exponent);
            if ((mantissa == 1 || !wide) && tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9))
                out.push_back(tick);
        }
    }
    return out;
}

std::vector<QString> tickTexts(const std::vector<double> &ticks, bool percent)
{
    const QLocale locale;
    const double scale = percent ? 100 : 1;
    const double step = smallestDistance(ticks) * scale;
    double largest = 0;
    for (const double tick : ticks)
        largest = std::max(largest, std::abs(tick) * scale);
    const bool small = largest > 0 && largest < smallestPlain;
    std::vector<QString> out;
    for (const double tick : ticks) {
        const double value = tick * scale;
        if (value == 0)
            out.push_back(locale.toString(0) + (percent ? locale.percent() : QString()));
        else if (small || largest >= largestPlain)
            out.push_back(scientific(value, 1));
        else
            out.push_back(locale.toString(value, 'f', decimalsOf(step)) +
                          (percent ? locale.percent() : QString()));
    }
    return out;
}

QString valueText(double value, bool percent)
{
    const QLocale locale;
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return (value < 0 ? locale.negativeSign() : QString()) + u'∞';
    if (percent)
        return locale.toString(100 * value, 'f', 1) + locale.percent();
    const double size = std::abs(value);
    if (size == 0)
        return locale.toString(0);
    if (size < smallestPlain || size >= 1e9)
        return scientific(value, 1);
    if (value == std::round(value))
        return locale.toString(value, 'f', 0);
    constexpr int digits = 3;
    const int before = int(std::floor(std::log10(size))) + 1;
    return locale.toString(value, 'f', std::clamp(digits + 1 - std::max(before, 0), 0, 4));
}

std::optional<double> lossCeiling(const std::vector<QPointF> &validation)
{
    std::vector<double> values;
    for (const QPointF &point : validation)
        if (std::isfinite(point.y()))
            values.push_back(point.y());
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    constexpr double medians = 3;
    const double end = medians * *middle;
    if (!(end > 0))
        return std::nullopt;
    const double step = tickStep(0, end);
    return std::ceil(end / step - 1e-9) * step;
}

} // namespace luthier
