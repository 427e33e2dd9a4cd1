// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace luthier {

/// Area under the ROC curve (scikit-learn, metrics/_ranking.py roc_auc_score): with two labels that
/// of the second label's probability, with more the unweighted mean of each label against the rest.
/// Nothing when a label has no rows, there is only one, or a
/// probability is no number. `probabilities` [rows, labels].
std::optional<double> rocAuc(std::span<const int64_t> truth, std::span<const double> probabilities,
                             int64_t labelCount);

/// Of the probabilities in one column, of rows that have (1) or have not (0) its label. Nothing
/// when there are not both, or a probability is no number.
std::optional<double> rocAucOfColumn(std::span<const int64_t> has,
                                     std::span<const double> probabilities, int64_t labelCount,
                                     int64_t column);

/// Expected calibration error (Guo et al. 2017, arXiv 1706.04599): 15 bins (low, high] of equal
/// width over the largest probability; mean distance of its average from the accuracy, weighted by
/// the bins' rows. Nothing without rows or when a probability is no number.
std::optional<double> expectedCalibrationError(std::span<const int64_t> truth,
                                               std::span<const int64_t> predicted,
                                               std::span<const double> probabilities,
                                               int64_t labelCount);

} // namespace luthier
