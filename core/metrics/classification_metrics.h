// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace luthier {

/// 0 of nothing, as scikit-learn's zero_division.
inline double ratio(int64_t part, int64_t whole)
{
    return whole > 0 ? double(part) / double(whole) : 0.0;
}

/// Precision, recall and F1 of one label; nothing where scikit-learn would divide by zero.
struct LabelScores
{
    std::optional<double> precision, recall, f1;
    int64_t support = 0;
};

/// Scores of predictions against true labels (definitions: scikit-learn,
/// metrics/_classification.py).
struct ClassificationMetrics
{
    int64_t samples = 0;
    double accuracy = 0;
    double precision_macro = 0, recall_macro = 0,
           f1_macro = 0; ///< mean over labels that occur (true or predicted)
    double precision_micro = 0, recall_micro = 0,
           f1_micro = 0;          ///< one label a row: all are the accuracy
    double majority_baseline = 0; ///< accuracy of always answering the most frequent true label
    std::optional<double> roc_auc, ece; ///< see score_metrics.h
    std::vector<LabelScores> labels;
    std::vector<std::vector<int64_t>> confusion; ///< [true][predicted]
};

/// `probabilities` [rows, labels].
ClassificationMetrics classificationMetrics(std::span<const int64_t> truth,
                                            std::span<const int64_t> predicted,
                                            std::span<const double> probabilities,
                                            int64_t labelCount);

/// Of one label: rows that have it and got it, that have it, that got it.
LabelScores labelScores(int64_t hits, int64_t support, int64_t given);
/// {label: {"precision", "recall", "f1", "support"}}. Of a label without rows all but "support" is
/// null, so that an absent class is not mistaken for a failed one.
Json perClass(const std::vector<LabelScores> &scores, const std::vector<std::string> &labels);
/// Messages about the scores: the labels without rows, when there are any.
Json notesOn(const std::vector<LabelScores> &scores, const std::vector<std::string> &labels);

/// The usual names; labels by their text.
Json toJson(const ClassificationMetrics &metrics, const std::vector<std::string> &labels);

} // namespace luthier
