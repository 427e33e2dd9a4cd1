// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/score_metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace luthier {

namespace {

constexpr size_t kBins = 15;

bool areFinite(std::span<const double> values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// One label against the rest, by ranks (Mann and Whitney); rows of equal probability share theirs.
/// Both sides must have rows.
double areaOf(int64_t label, std::span<const int64_t> truth, std::span<const double> probabilities,
              size_t labelCount, size_t column)
{
    const auto score = [&](size_t row) { return probabilities[row * labelCount + column]; };
    std::vector<size_t> order(truth.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::sort(order, {}, score);
    double rankSum = 0, positives = 0;
    for (size_t first = 0; first < order.size();) {
        size_t end = first, hits = 0;
        for (; end < order.size() && score(order[end]) == score(order[first]); ++end)
            hits += truth[order[end]] == label;
        rankSum += double(hits) * (double(first + 1) + double(end)) / 2;
        positives += double(hits);
        first = end;
    }
    const double negatives = double(order.size()) - positives;
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
}

} // namespace

std::optional<double> rocAuc(std::span<const int64_t> truth, std::span<const double> probabilities,
                             int64_t labelCount)
{
    for (int64_t label = 0; label < labelCount; ++label)
        if (std::ranges::find(truth, label) == truth.end())
            return std::nullopt;
    if (labelCount < 2 || !areFinite(probabilities))
        return std::nullopt;
    if (labelCount == 2)
        return areaOf(1, truth, probabilities, 2, 1);
    double sum = 0;
    for (int64_t label = 0; label < labelCount; ++label)
        sum += areaOf(label, truth, probabilities, size_t(labelCount), size_t(label));
    return sum / double(labelCount);
}

std::optional<double> rocAucOfColumn(std::span<const int64_t> has,
                                     std::span<const double> probabilities, int64_t labelCount,
                                     int64_t column)
{
    const auto with = std::ranges::count(has, int64_t(1));
    if (with == 0 || with == std::ssize(has))
        return std::nullopt;
    for (size_t row = 0; row < has.size(); ++row)
        if (!std::isfinite(probabilities[row * size_t(labelCount) + size_t(column)]))
            return std::nullopt;
    return areaOf(1, has, probabilities, size_t(labelCount), size_t(column));
}

std::optional<double> expectedCalibrationError(std::span<const int64_t> truth,
                                               std::span<const int64_t> predicted,
                                               std::span<const double> probabilities,
                                               int64_t labelCount)
{
    if (truth.empty() || !areFinite(probabilities))
        return std::nullopt;
    // Rows times (accuracy minus probability), by bin.
    std::array<double, kBins> gaps{};
    for (size_t row = 0; row < truth.size(); ++row) {
        const double top = probabilities[row * size_t(labelCount) + size_t(predicted[row])];
        const double bin = std::ceil(top * double(kBins)) - 1;
        gaps[size_t(std::clamp(bin, 0.0, double(kBins - 1)))] +=
            double(truth[row] == predicted[row]) - top;
    }
    return std::accumulate(gaps.begin(), gaps.end(), 0.0,
                           [](double sum, double gap) { return sum + std::abs(gap); }) /
           double(truth.size());
}

} // namespace luthier
