// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/classification_metrics.h"

#include "core/base/or_null.h"
#include "core/metrics/score_metrics.h"
#include "core/weights/shown.h"

#include <algorithm>
#include <numeric>

namespace luthier {

namespace {

constexpr size_t namedLabels = 20;

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
    // Every miss is one false positive and one false negative.
    m.precision_micro = m.recall_micro = m.f1_micro = m.accuracy;
    m.majority_baseline = ratio(largest, m.samples);
    m.roc_auc = rocAuc(truth, probabilities, labelCount);
    m.ece = expectedCalibrationError(truth, predicted, probabilities, labelCount);
    return m;
}

Json perClass(const std::vector<LabelScores> &scores, const std::vector<std::string> &labels)
{
    Json out = Json::object();
    for (size_t i = 0; i < labels.size(); ++i) {
        const bool known = scores[i].support > 0;
        const auto shown = [known](const std::optional<double> &score) {
            return known ? orNull(score) : Json();
        };
        out[labels[i]] = {{"precision", shown(scores[i].precision)},
                          {"recall", shown(scores[i].recall)},
                          {"f1", shown(scores[i].f1)},
                          {"support", scores[i].support}};
    }
    return out;
}

Json notesOn(const std::vector<LabelScores> &scores, const std::vector<std::string> &labels)
{
    std::string named;
    size_t absent = 0;
    for (size_t i = 0; i < labels.size(); ++i)
        if (scores[i].support == 0 && ++absent <= namedLabels)
            named += (absent > 1 ? ", " : "") + shown(labels[i]);
    if (absent == 0)
        return Json::array();
    return Json::array({toJson(
        Message{"evaluate.labels_without_rows",
                LUTHIER_MESSAGE("These labels have no rows here, so their precision, recall and "
                                "F1 are unknown: {labels}."),
                {{"labels", absent > namedLabels ? named + ", …" : named}}})});
}

Json toJson(const ClassificationMetrics &metrics, const std::vector<std::string> &labels)
{
    return {{"samples", metrics.samples},
            {"accuracy", metrics.accuracy},
            {"f1_macro", metrics.f1_macro},
            {"f1_micro", metrics.f1_micro},
            {"precision_macro", metrics.precision_macro},
            {"recall_macro", metrics.recall_macro},
            {"precision_micro", metrics.precision_micro},
            {"recall_micro", metrics.recall_micro},
            {"roc_auc", orNull(metrics.roc_auc)},
            {"ece", orNull(metrics.ece)},
            {"majority_baseline", metrics.majority_baseline},
            {"labels", labels},
            {"per_class", perClass(metrics.labels, labels)},
            {"notes", notesOn(metrics.labels, labels)},
            {"confusion_matrix", metrics.confusion}};
}

} // namespace luthier
