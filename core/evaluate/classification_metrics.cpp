// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/classification_metrics.h"

#include "core/evaluate/score_metrics.h"

#include <algorithm>
#include <numeric>

namespace luthier {

namespace {

Json orNull(const std::optional<double> &value)
{
    return value ? Json(*value) : Json();
}

double ratio(int64_t part, int64_t whole)
{
    return whole > 0 ? double(part) / double(whole) : 0.0;
}

} // namespace

LabelScores labelScores(int64_t hits, int64_t support, int64_t predicted)
{
    LabelScores scores;
    scores.support = support;
    if (support == 0 && predicted == 0)
        return scores;
    if (predicted > 0)
        scores.precision = ratio(hits, predicted);
    if (support > 0)
        scores.recall = ratio(hits, support);
    scores.f1 = ratio(2 * hits, support + predicted);
    return scores;
}

ClassificationMetrics classificationMetrics(std::span<const int64_t> truth,
                                            std::span<const int64_t> predicted,
                                            std::span<const double> probabilities,
                                            int64_t labelCount)
{
    ClassificationMetrics m;
    m.samples = int64_t(truth.size());
    m.confusion.assign(size_t(labelCount), std::vector<int64_t>(size_t(labelCount), 0));
    for (size_t i = 0; i < truth.size(); ++i)
        ++m.confusion[size_t(truth[i])][size_t(predicted[i])];
    int64_t hits = 0, occurring = 0, largest = 0;
    for (size_t label = 0; label < size_t(labelCount); ++label) {
        const int64_t support =
            std::accumulate(m.confusion[label].begin(), m.confusion[label].end(), int64_t(0));
        int64_t given = 0;
        for (const auto &row : m.confusion)
            given += row[label];
        m.labels.push_back(labelScores(m.confusion[label][label], support, given));
        hits += m.confusion[label][label];
        largest = std::max(largest, support);
        occurring += support > 0 || given > 0;
        m.precision_macro += m.labels.back().precision.value_or(0);
        m.recall_macro += m.labels.back().recall.value_or(0);
        m.f1_macro += m.labels.back().f1.value_or(0);
    }
    for (double *mean : {&m.precision_macro, &m.recall_macro, &m.f1_macro})
        *mean = occurring > 0 ? *mean / double(occurring) : 0.0;
    m.accuracy = ratio(hits, m.samples);
    m.f1_micro =
        m.accuracy; // one label a row: every miss is one false positive and one false negative
    m.majority_baseline = ratio(largest, m.samples);
    m.roc_auc = rocAuc(truth, probabilities, labelCount);
    m.ece = expectedCalibrationError(truth, predicted, probabilities, labelCount);
    return m;
}

Json perClass(const std::vector<LabelScores> &scores, const std::vector<std::string> &labels)
{
    Json out = Json::object();
    for (size_t i = 0; i < labels.size(); ++i)
        out[labels[i]] = {{"precision", orNull(scores[i].precision)},
                          {"recall", orNull(scores[i].recall)},
                          {"f1", orNull(scores[i].f1)},
                          {"support", scores[i].support}};
    return out;
}

Json toJson(const ClassificationMetrics &metrics, const std::vector<std::string> &labels)
{
    return {{"samples", metrics.samples},
            {"accuracy", metrics.accuracy},
            {"f1_macro", metrics.f1_macro},
            {"f1_micro", metrics.f1_micro},
            {"precision_macro", metrics.precision_macro},
            {"recall_macro", metrics.recall_macro},
            {"roc_auc", orNull(metrics.roc_auc)},
            {"ece", orNull(metrics.ece)},
            {"majority_baseline", metrics.majority_baseline},
            {"labels", labels},
            {"per_class", perClass(metrics.labels, labels)},
            {"confusion_matrix", metrics.confusion}};
}

} // namespace luthier
