// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/row_labels.h"
#include "core/metrics/classification_metrics.h"

namespace luthier {

/// Scores of answers with any number of labels a row (definitions: scikit-learn on indicator
/// matrices, zero_division 0 in the means).
struct MultiLabelMetrics
{
    int64_t samples = 0;
    double accuracy = 0; ///< rows whose labels are all right ("subset accuracy")
    double hamming_loss = 0;
    double f1_micro = 0, precision_micro = 0, recall_micro = 0;
    double precision_macro = 0, recall_macro = 0, f1_macro = 0; ///< mean over all labels
    double majority_baseline = 0;  ///< accuracy of always giving the most frequent set of labels
    std::optional<double> roc_auc; ///< mean over the labels; nothing when one has no row, or all
    std::vector<LabelScores> labels;
};

/// `probabilities` [rows, labels].
MultiLabelMetrics multiLabelMetrics(const RowLabelsView &truth, const RowLabelsView &answers,
                                    std::span<const double> probabilities, int64_t labelCount);

/// The usual names; labels by their text.
Json toJson(const MultiLabelMetrics &metrics, const std::vector<std::string> &labels);

} // namespace luthier
