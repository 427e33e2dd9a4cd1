// SPDX-License-Identifier: GPL-3.0-or-later
// Patience counts validations without a gain of the metric that was chosen, and of no other.
#include "tests/support/tiny_run.h"

#include <QtTest>

using namespace luthier;
namespace fs = std::filesystem;

class tst_EarlyStopping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChosenMetricStops_data();
    void theChosenMetricStops();
    void aMetricThatStandsStillStopsWhatTheLossWouldNot();

private:
    fs::path folder(const std::string &name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/early 일찍 XXXXXX")};
};

namespace {

constexpr int64_t kSteps = 120, kEvery = 3, kPatience = 2;

std::vector<Json> validationsOf(const TinyRun &run)
{
    std::vector<Json> out;
    for (const Json &event : run.events)
        if (event["event"] == "evaluation" && event["split"] == "validation")
            out.push_back(event);
    return out;
}

TinyRun stoppedBy(const std::string &metric, double rate, const fs::path &output)
{
    return runTiny(tinyPlan({{"type", "full"}}, {{"max_steps", kSteps},
                                                 {"eval_steps", kEvery},
                                                 {"learning_rate", rate},
                                                 {"lr_scheduler_type", "constant"},
                                                 {"dropout", 0.0},
                                                 {"early_stopping_patience", kPatience},
                                                 {"metric_for_best_model", metric}}),
                   output);
}

} // namespace

void tst_EarlyStopping::theChosenMetricStops_data()
{
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<bool>("greater");
    QTest::newRow("accuracy") << QByteArray("accuracy") << true;
    QTest::newRow("f1_macro") << QByteArray("f1_macro") << true;
    QTest::newRow("eval_loss") << QByteArray("eval_loss") << false;
}

void tst_EarlyStopping::theChosenMetricStops()
{
    QFETCH(QByteArray, metric);
    QFETCH(bool, greater);
    const std::string key = metric.toStdString();
    const TinyRun run = stoppedBy(greater ? "eval_" + key : key, 3e-3, folder("metric " + key));
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    const std::vector<Json> validations = validationsOf(run);
    size_t best = 0;
    for (size_t i = 1; i < validations.size(); ++i) {
        const double value = validations[i][key], most = validations[best][key];
        QVERIFY2(i - best <= size_t(kPatience), "it went on after its patience was over");
        if (greater ? value > most : value < most)
            best = i;
    }
    QVERIFY2(run.losses().size() < size_t(kSteps), "nothing was stopped");
    QCOMPARE(validations.size() - 1 - best, size_t(kPatience));
    QCOMPARE(run.losses().size(), validations.size() * size_t(kEvery));
    QVERIFY((*run.find("done"))["best_step"] == validations[best]["step"]);
    QVERIFY((*run.find("done"))["best_metric"] == validations[best][key]);
}

void tst_EarlyStopping::aMetricThatStandsStillStopsWhatTheLossWouldNot()
{
    constexpr double small = 1e-6;
    const TinyRun byLoss = stoppedBy("eval_loss", small, folder("loss")),
                  byAccuracy = stoppedBy("eval_accuracy", small, folder("accuracy"));
    QVERIFY2(!byLoss.error, byLoss.error ? byLoss.error->what() : "");
    QVERIFY2(!byAccuracy.error, byAccuracy.error ? byAccuracy.error->what() : "");
    QCOMPARE(byAccuracy.losses().size(), size_t((1 + kPatience) * kEvery));
    QVERIFY(byLoss.losses().size() > byAccuracy.losses().size());
    for (const Json &validation : validationsOf(byAccuracy))
        QVERIFY(validation["accuracy"] == validationsOf(byAccuracy).front()["accuracy"]);
}

QTEST_APPLESS_MAIN(tst_EarlyStopping)
#include "tst_early_stopping.moc"
