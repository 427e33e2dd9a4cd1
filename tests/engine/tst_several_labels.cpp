// SPDX-License-Identifier: GPL-3.0-or-later
// Rows with any number of labels, from the plan to the answers.
#include "core/kernels/tensor.h"

#include "tests/support/tiny_run.h"

#include "core/evaluate/predict.h"
#include "core/runs/evaluation_rows.h"

#include <QtTest>
#include <fstream>
#include <numeric>

using namespace luthier;
namespace fs = std::filesystem;

class tst_SeveralLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void aRunAnswersWithLists_data();
    void aRunAnswersWithLists();
    void metricsAreThoseOfTheAnswers();
    void rowsKeepAllTheirLabels();
    void resumedRunHasTheSameBits();
    void rareLabelsCanCountMore();
    void otherMetricsChooseTheBestStep();
    void refuses_data();
    void refuses();

private:
    QTemporaryDir m_folder;
    fs::path folder(const std::string &name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
};

namespace {

const Json kFull{{"type", "full"}};

fs::path dataOf(const char *file)
{
    return fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-several" / file;
}

Json planOf(const Json &method, Json training)
{
    training["problem_type"] = "multi_label_classification";
    training["learning_rate"] = 3e-3;
    Json plan = tinyPlan(method, training);
    plan["dataset"]["train"] = dataOf("train.csv").string();
    plan["dataset"]["validation"] = dataOf("test.csv").string();
    plan["dataset"]["test"] = dataOf("test.csv").string();
    return plan;
}

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

Json evaluated(const fs::path &model)
{
    const auto found = evaluate({.model = {.model = model}, .input = dataOf("test.csv")}, {});
    if (!found)
        throw found.error();
    return found.value();
}

std::vector<Json> answersOf(const fs::path &model)
{
    std::vector<Json> out;
    PredictRequest request{.model = {.model = model}, .allScores = true};
    request.input = dataOf("test.csv");
    const auto done = predict(request, {}, [&](const Json &row) { out.push_back(row); });
    if (!done)
        throw done.error();
    return out;
}

} // namespace

void tst_SeveralLabels::aRunAnswersWithLists_data()
{
    QTest::addColumn<QString>("method");
    for (const char *method : {"full", "freeze", "feature-extraction", "lora", "bitfit"})
        QTest::newRow(method) << QString::fromLatin1(method);
}

void tst_SeveralLabels::aRunAnswersWithLists()
{
    QFETCH(QString, method);
    const fs::path output = folder(method.toStdString());
    const TinyRun run =
        runTiny(planOf({{"type", method.toStdString()}}, {{"max_steps", 40}}), output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    const std::vector<double> losses = run.losses();
    const std::span all(losses);
    QVERIFY2(mean(all.last(10)) < mean(all.first(10)), qPrintable(method));
    const std::vector<Json> answers = answersOf(output);
    QCOMPARE(answers.size(), size_t(24));
    for (const Json &answer : answers) {
        std::vector<std::string> likely;
        for (const auto &[label, score] : answer["scores"].items())
            if (score.get<double>() > 0.5)
                likely.push_back(label);
        QCOMPARE(answer["labels"].get<std::vector<std::string>>(), likely);
        QCOMPARE(answer["label_scores"].size(), likely.size());
        QVERIFY(!answer.contains("label"));
    }
    const fs::path config = output / "best/config.json";
    if (fs::exists(config))
        QCOMPARE(readJson(config)["problem_type"].get<std::string>(),
                 std::string("multi_label_classification"));
}

void tst_SeveralLabels::metricsAreThoseOfTheAnswers()
{
    const fs::path output = folder("metrics");
    const TinyRun run = runTiny(planOf(kFull, {{"max_steps", 30}}), output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    const Json found = evaluated(output);
    const Json &test = (*run.find("done"))["test"];
    for (const char *key : {"eval_loss", "accuracy", "f1_micro", "f1_macro", "hamming_loss"})
        QVERIFY2(std::abs(found[key].get<double>() - test[key].get<double>()) < 1e-6, key);
    QVERIFY(!found.contains("confusion_matrix") && !found.contains("ece"));
    QCOMPARE(found["samples"].get<int>(), 24);
    const Json *validation = run.find("evaluation");
    for (const char *key : {"accuracy", "f1_micro", "roc_auc", "accuracy_gain_stderr"})
        QVERIFY2(validation->contains(key), key);
    QVERIFY(!validation->contains("per_class") && !validation->contains("majority_baseline"));
    // The share of the most frequent set of labels in the file.
    QVERIFY((*run.find("start"))["majority_baseline"] == found["majority_baseline"]);
    QVERIFY(run.find("verdict"));
}

void tst_SeveralLabels::rowsKeepAllTheirLabels()
{
    const fs::path output = folder("rows");
    const TinyRun run = runTiny(planOf(kFull, {}), output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    const auto rows = evaluatedRows(output, "test", (*run.find("done"))["best_step"]);
    QVERIFY(rows);
    std::ifstream file(dataOf("test.csv"));
    std::string line;
    std::getline(file, line);
    int several = 0, none = 0, right = 0;
    for (const EvaluatedRow &row : rows.value()) {
        std::getline(file, line);
        const std::string cell = line.substr(line.rfind(',') + 1);
        QCOMPARE(row.labels.size(),
                 cell == "[]" ? size_t(0) : size_t(1 + std::ranges::count(cell, ';')));
        several += row.labels.size() > 1;
        none += row.labels.empty();
        right += row.isRight();
        for (size_t label = 0; label < row.scores.size(); ++label)
            QCOMPARE(row.scores[label] > 0.5, std::ranges::count(row.answers, int64_t(label)) == 1);
    }
    QVERIFY(several > 0 && none > 0);
    QVERIFY(std::abs((*run.find("done"))["test"]["accuracy"].get<double>() - right / 24.0) < 1e-12);
}

void tst_SeveralLabels::resumedRunHasTheSameBits()
{
    const Json plan = planOf(kFull, {{"max_steps", 12}, {"save_steps", 4}, {"dropout", 0.1}});
    const fs::path whole = folder("whole"), cut = folder("cut");
    QVERIFY(!runTiny(plan, whole).error);
    QVERIFY(runTiny(plan, cut, {.stopAfter = 8}).stopped);
    QVERIFY(!runTiny(plan, cut, {.resume = true}).error);
    QVERIFY(filesBelow(whole / "final") == filesBelow(cut / "final"));
    QVERIFY(comparableEvents(whole) == comparableEvents(cut));
}

void tst_SeveralLabels::rareLabelsCanCountMore()
{
    const auto firstLoss = [&](const char *name, const Json &weights) {
        const TinyRun run =
            runTiny(planOf(kFull, {{"max_steps", 1}, {"class_weights", weights}}), folder(name));
        return run.error ? -1.0 : run.losses().front();
    };
    const double plain = firstLoss("plain", "none");
    QVERIFY(plain > 0);
    QVERIFY(firstLoss("balanced", "balanced") > plain);
    QCOMPARE(firstLoss("ones", {{"red", 1.0}, {"green", 1.0}}), plain);
}

void tst_SeveralLabels::otherMetricsChooseTheBestStep()
{
    const TinyRun run =
        runTiny(planOf(kFull, {{"metric_for_best_model", "eval_f1_micro"}, {"eval_steps", 5}}),
                folder("best"));
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    double highest = -1;
    int64_t step = 0;
    for (const Json &event : run.events)
        if (event["event"] == "evaluation" && event["split"] == "validation" &&
            event["f1_micro"] > highest) {
            highest = event["f1_micro"];
            step = event["step"];
        }
    QCOMPARE((*run.find("done"))["best_step"].get<int64_t>(), step);
}

void tst_SeveralLabels::refuses_data()
{
    QTest::addColumn<QByteArray>("training");
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("label smoothing")
        << QByteArray(R"({"label_smoothing_factor": 0.1})") << QByteArray("a;b\nb\n[]\n")
        << QByteArray("settings.smoothing_of_several");
    QTest::newRow("E4 broken list")
        << QByteArray("{}") << QByteArray("a;b\n['a\nb\n") << QByteArray("data.broken_label_list");
    QTest::newRow("E1 one label for all")
        << QByteArray("{}") << QByteArray("a\na\na\n") << QByteArray("data.one_class");
    QTest::newRow("E1 no label at all")
        << QByteArray("{}") << QByteArray("[]\n[]\n[]\n") << QByteArray("data.no_labels");
    QTest::newRow("weight of no label")
        << QByteArray(R"({"class_weights": {"z": 2}})") << QByteArray("a;b\nb\n[]\n")
        << QByteArray("train.class_weight_label");
}

void tst_SeveralLabels::refuses()
{
    QFETCH(QByteArray, training);
    QFETCH(QByteArray, cells);
    QFETCH(QByteArray, id);
    const fs::path rows = folder("refused.csv"), output = folder("refused");
    std::ofstream file(rows);
    file << "text,label\n";
    int number = 0;
    for (const QByteArray &cell : cells.trimmed().split('\n'))
        file << "text number " << ++number << ",\"" << cell.constData() << "\"\n";
    file.close();
    std::string refused;
    try {
        Json plan = planOf(kFull, Json::parse(training.toStdString()));
        plan["model"]["path"] =
            (fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-prefixless/model").string();
        for (const char *part : {"train", "validation", "test"})
            plan["dataset"][part] = rows.string();
        const TinyRun run = runTiny(plan, output);
        refused = run.error ? run.error->message.id : "";
    } catch (const Error &error) {
        refused = error.message.id;
    }
    QCOMPARE(QByteArray::fromStdString(refused), id);
    QVERIFY(!fs::exists(output));
}

QTEST_APPLESS_MAIN(tst_SeveralLabels)
#include "tst_several_labels.moc"
