// SPDX-License-Identifier: GPL-3.0-or-later
// Scores beside those of scikit-learn, stored by tests/parity/reference/metrics.py.
#include "core/kernels/tensor.h"

#include "core/base/json.h"
#include "core/metrics/classification_metrics.h"
#include "core/tasks/multi_label_classification.h"
#include "core/tasks/text_classification.h"

#include <QtTest>
#include <numeric>

using namespace luthier;

class tst_Metrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scoresEqualScikitLearn_data();
    void scoresEqualScikitLearn();
    void severalLabelsEqualScikitLearn_data();
    void severalLabelsEqualScikitLearn();
    void positiveWeightsEqualTorch();
    void aLabelWithoutRowsIsNull_data();
    void aLabelWithoutRowsIsNull();
    void chancesThatAreNoNumbersAreNull();
};

namespace {

Json cases(const char *file = "metrics/cases.json")
{
    return readJson(std::filesystem::path(LUTHIER_TEST_DATA) / file);
}

bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-9;
}

std::vector<double> softmaxOf(const at::Tensor &logits)
{
    const at::Tensor values = at::softmax(logits, 1).contiguous();
    return {values.const_data_ptr<double>(), values.const_data_ptr<double>() + values.numel()};
}

bool equal(const Json &expected, const std::optional<double> &value)
{
    return expected.is_null() ? !value : value && close(expected.get<double>(), *value);
}

} // namespace

void tst_Metrics::scoresEqualScikitLearn_data()
{
    QTest::addColumn<QString>("name");
    const Json all = cases();
    for (const auto &[name, entry] : all.items())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void tst_Metrics::scoresEqualScikitLearn()
{
    QFETCH(QString, name);
    const Json entry = cases()[name.toStdString()];
    const Json &expected = entry["expected"];
    const auto truth = entry["labels"].get<std::vector<int64_t>>();
    const auto rows = entry["logits"].get<std::vector<std::vector<double>>>();
    std::vector<int64_t> predicted;
    std::vector<double> flat;
    for (const auto &row : rows) {
        predicted.push_back(std::ranges::max_element(row) - row.begin());
        flat.insert(flat.end(), row.begin(), row.end());
    }
    const at::Tensor logits = at::tensor(flat, at::kDouble).view({int64_t(rows.size()), -1});
    const auto metrics =
        classificationMetrics(truth, predicted, softmaxOf(logits), entry["classes"]);
    QVERIFY(close(metrics.accuracy, expected["accuracy"]));
    QVERIFY(close(metrics.majority_baseline, expected["majority_accuracy"]));
    QVERIFY(close(metrics.precision_macro, expected["precision_macro"]));
    QVERIFY(close(metrics.recall_macro, expected["recall_macro"]));
    QVERIFY(close(metrics.f1_macro, expected["f1_macro"]));
    QVERIFY(close(metrics.f1_micro, expected["f1_micro"]));
    QVERIFY(close(metrics.precision_micro, expected["precision_micro"]));
    QVERIFY(close(metrics.recall_micro, expected["recall_micro"]));
    QVERIFY(Json(metrics.confusion) == expected["confusion_matrix"]);
    for (size_t i = 0; i < metrics.labels.size(); ++i) {
        QCOMPARE(metrics.labels[i].support, expected["support"][i].get<int64_t>());
        QVERIFY(equal(expected["per_class"]["precision"][i], metrics.labels[i].precision));
        QVERIFY(equal(expected["per_class"]["recall"][i], metrics.labels[i].recall));
        QVERIFY(equal(expected["per_class"]["f1"][i], metrics.labels[i].f1));
    }
    QVERIFY(equal(expected["roc_auc"], metrics.roc_auc));
    QVERIFY(equal(expected["ece"], metrics.ece));
    QVERIFY(close(ClassificationLoss(0, {}).sum(logits, at::tensor(truth)).item<double>() /
                      double(rows.size()),
                  expected["loss"]));
}

void tst_Metrics::severalLabelsEqualScikitLearn_data()
{
    QTest::addColumn<QString>("name");
    const Json all = cases("metrics/several.json");
    for (const auto &[name, entry] : all.items())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void tst_Metrics::severalLabelsEqualScikitLearn()
{
    QFETCH(QString, name);
    const Json entry = cases("metrics/several.json")[name.toStdString()];
    const Json &expected = entry["expected"];
    RowLabels truth{.offsets = {0}};
    for (const Json &row : entry["labels"]) {
        for (const int64_t label : row)
            truth.numbers.push_back(label);
        truth.offsets.push_back(int64_t(truth.numbers.size()));
    }
    std::vector<double> flat;
    for (const auto &row : entry["logits"].get<std::vector<std::vector<double>>>())
        flat.insert(flat.end(), row.begin(), row.end());
    const int64_t rows = int64_t(entry["labels"].size()), classes = entry["classes"];
    const at::Tensor logits = at::tensor(flat, at::kDouble).view({rows, classes});
    const MultiLabelLoss objective;
    const at::Tensor chances = objective.probabilities(logits).contiguous();
    std::vector<std::string> names;
    for (int64_t label = 0; label < classes; ++label)
        names.push_back(std::to_string(label));
    const Json found =
        objective.metrics(truth.view(), objective.answers(logits).view(),
                          {chances.const_data_ptr<double>(), size_t(chances.numel())}, names);
    for (const char *key : {"accuracy", "hamming_loss", "precision_macro", "recall_macro",
                            "f1_macro", "precision_micro", "recall_micro", "f1_micro"})
        QVERIFY2(close(found[key], expected[key]), key);
    QVERIFY(close(found["majority_baseline"], expected["majority_accuracy"]));
    const auto support = expected["support"].get<std::vector<int64_t>>();
    QCOMPARE(found["notes"].empty(), std::ranges::count(support, 0) == 0);
    QVERIFY(found["roc_auc"].is_null() == expected["roc_auc"].is_null());
    QVERIFY(found["roc_auc"].is_null() || close(found["roc_auc"], expected["roc_auc"]));
    for (size_t label = 0; label < names.size(); ++label) {
        const Json &scores = found["per_class"][names[label]];
        QVERIFY(scores["support"] == expected["support"][label]);
        for (const char *key : {"precision", "recall", "f1"}) {
            const Json wanted = scores["support"] == 0 ? Json() : expected["per_class"][key][label];
            QVERIFY(wanted.is_null() ? scores[key].is_null()
                                     : scores[key].is_number() && close(scores[key], wanted));
        }
    }
    std::vector<int64_t> every(size_t(rows), 0);
    std::iota(every.begin(), every.end(), int64_t(0));
    const at::Tensor targets = targetsOf(truth.view(), every, classes);
    QVERIFY(close(objective.sum(logits, targets).item<double>() / objective.denominator(targets),
                  expected["loss"]));
}

void tst_Metrics::positiveWeightsEqualTorch()
{
    const at::Tensor logits = at::empty({5, 3}).normal_(0, 2, at::detail::createCPUGenerator(1));
    const at::Tensor targets =
        at::tensor({1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0}, at::kLong).view({5, 3});
    const std::vector<double> weights = balancedPositiveWeights(std::vector<int64_t>{3, 4, 0}, 5);
    QCOMPARE(weights, (std::vector<double>{2.0 / 3, 0.25, 1}));
    const MultiLabelLoss weighted(weights);
    const double expected = at::binary_cross_entropy_with_logits(logits, targets.to(at::kFloat), {},
                                                                 at::tensor(weights, at::kFloat))
                                .item<double>();
    QVERIFY(std::abs(weighted.sum(logits, targets).item<double>() / weighted.denominator(targets) -
                     expected) < 1e-6);
}

void tst_Metrics::aLabelWithoutRowsIsNull_data()
{
    QTest::addColumn<std::vector<int64_t>>("predicted");
    QTest::newRow("never answered") << std::vector<int64_t>{0, 1, 1};
    QTest::newRow("answered") << std::vector<int64_t>{0, 1, 2};
}

void tst_Metrics::aLabelWithoutRowsIsNull()
{
    QFETCH(std::vector<int64_t>, predicted);
    const std::vector<int64_t> truth{0, 1, 0};
    const std::vector<double> chances{0.8, 0.1, 0.1, 0.2, 0.7, 0.1, 0.3, 0.6, 0.1};
    const Json json = toJson(classificationMetrics(truth, predicted, chances, 3), {"a", "b", "c"});
    QVERIFY(json["roc_auc"].is_null());
    QVERIFY(json["ece"].is_number());
    for (const char *key : {"precision", "recall", "f1"}) {
        QVERIFY2(json["per_class"]["c"][key].is_null(), key);
        QVERIFY2(json["per_class"]["a"][key].is_number(), key);
    }
    QCOMPARE(json["per_class"]["c"]["support"].get<int>(), 0);
    QCOMPARE(json["per_class"]["b"]["support"].get<int>(), 1);
    QCOMPARE(json["notes"].size(), size_t(1));
    QVERIFY(json["notes"][0]["values"]["labels"] == "c");
    const std::vector<double> two{0.9, 0.1, 0.2, 0.8, 0.7, 0.3};
    const Json whole = toJson(classificationMetrics(truth, truth, two, 2), {"a", "b"});
    QVERIFY(whole["notes"].empty());
}

void tst_Metrics::chancesThatAreNoNumbersAreNull()
{
    const std::vector<int64_t> truth{0, 1, 0}, predicted{0, 0, 0};
    const std::vector<double> chances(6, std::numeric_limits<double>::quiet_NaN());
    const auto metrics = classificationMetrics(truth, predicted, chances, 2);
    QVERIFY(!metrics.roc_auc && !metrics.ece);
    QVERIFY(close(metrics.accuracy, 2.0 / 3));
}

QTEST_APPLESS_MAIN(tst_Metrics)
#include "tst_metrics.moc"
