// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/multi_label_metrics.h"

#include "core/base/or_null.h"
#include "core/data/majority_answer.h"
#include "core/metrics/score_metrics.h"

#include <algorithm>

namespace luthier {

namespace {

struct Counts
{
    int64_t hits = 0, support = 0, given = 0;
};

std::vector<Counts> countsOf(const RowLabelsView &truth, const RowLabelsView &answers,
                             int64_t labelCount)
{
    std::vector<Counts> counts(static_cast<size_t>(labelCount));
    for (const int64_t label : truth.numbers)
        ++counts[size_t(label)].support;
    for (size_t row = 0; row < truth.rows(); ++row)
        for (const int64_t label : answers.of(row)) {
            ++counts[size_t(label)].given;
            counts[size_t(label)].hits += std::ranges::binary_search(truth.of(row), label);
        }
    return counts;
}

std::optional<double> meanArea(const RowLabelsView &truth, std::span<const double> probabilities,
                               int64_t labelCount)
{
    if (labelCount == 0)
        return std::nullopt;
    double sum = 0;
    std::vector<int64_t> has(truth.rows());
    for (int64_t label = 0; label < labelCount; ++label) {
        for (size_t row = 0; row < truth.rows(); ++row)
            has[row] = std::ranges::binary_search(truth.of(row), label);
        const auto area = rocAucOfColumn(has, probabilities, labelCount, label);
        if (!area)
            return std::nullopt;
        sum += *area;
    }
    return sum / double(labelCount);
}

} // namespace

MultiLabelMetrics multiLabelMetrics(const RowLabelsView &truth, const RowLabelsView &answers,
                                    std::span<const double> probabilities, int64_t labelCount)
{
    MultiLabelMetrics m;
    m.samples = int64_t(truth.rows());
    Counts all;
    for (const Counts &counts : countsOf(truth, answers, labelCount)) {
        all = {all.hits + counts.hits, all.support + counts.support, all.given + counts.given};
        m.labels.push_back(labelScores(counts.hits, counts.support, counts.given));
        m.precision_macro += m.labels.back().precision.value_or(0) / double(labelCount);
        m.recall_macro += m.labels.back().recall.value_or(0) / double(labelCount);
        m.f1_macro += m.labels.back().f1.value_or(0) / double(labelCount);
    }
    m.precision_micro = ratio(all.hits, all.given);
    m.recall_micro = ratio(all.hits, all.support);
    m.f1_micro = ratio(2 * all.hits, all.support + all.given);
    m.hamming_loss = ratio(all.support + all.given - 2 * all.hits, m.samples * labelCount);
    int64_t right = 0;
    for (size_t row = 0; row < truth.rows(); ++row)
        right += std::ranges::equal(truth.of(row), answers.of(row));
    m.accuracy = ratio(right, m.samples);
    m.majority_baseline = ratio(majorityOf(truth).rows, m.samples);
    m.roc_auc = meanArea(truth, probabilities, labelCount);
    return m;
}

Json toJson(const MultiLabelMetrics &metrics, const std::vector<std::string> &labels)
{
    return {{"samples", metrics.samples},
            {"accuracy", metrics.accuracy},
            {"f1_macro", metrics.f1_macro},
            {"f1_micro", metrics.f1_micro},
            {"precision_macro", metrics.precision_macro},
            {"recall_macro", metrics.recall_macro},
            {"precision_micro", metrics.precision_micro},
            {"recall_micro", metrics.recall_micro},
            {"hamming_loss", metrics.hamming_loss},
            {"roc_auc", orNull(metrics.roc_auc)},
            {"majority_baseline", metrics.majority_baseline},
            {"labels", labels},
            {"per_class", perClass(metrics.labels, labels)},
            {"notes", notesOn(metrics.labels, labels)}};
}

} // namespace luthier
