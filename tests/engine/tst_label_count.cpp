// SPDX-License-Identifier: GPL-3.0-or-later
// A trained model learns labels of another number: its head is made anew, all else is kept.
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/evaluate/predict.h"
#include "core/methods/catalog.h"
#include "core/models/labels.h"
#include "core/tasks/catalog.h"
#include "core/train/prepared_run.h"
#include "core/weights/safetensors.h"
#include "core/weights/weight_set.h"

#include <QtTest>

using namespace luthier;
namespace fs = std::filesystem;

class tst_LabelCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTrainedModelLearnsOtherLabels_data();
    void aTrainedModelLearnsOtherLabels();
    void encoderAndPoolerAreKept();
    void theNewHeadLearnsFaster();
    void weightsThatDoNotFitAreRefused_data();
    void weightsThatDoNotFitAreRefused();

private:
    fs::path folder(const std::string &name)
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
    Json twoLabelPlan(const fs::path &model, const Json &method, const Json &training);
    QTemporaryDir m_folder;
};

namespace {

const Json kFull{{"type", "full"}};
const Json kMeans{{"type", "feature-extraction"}, {"pooling", "mean"}};

std::vector<float> tensor(const fs::path &model, const std::string &name)
{
    const WeightSet weights = WeightSet::open(model);
    std::vector<float> out(weights.at(name).elements());
    weights.readAsFloat(name, out);
    return out;
}

/// The model of the tiny plan with one tensor of another shape.
void writeReshaped(const fs::path &model, const std::string &name,
                   const std::vector<int64_t> &shape)
{
    fs::copy(fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model", model);
    const WeightSet weights = WeightSet::open(model);
    std::map<std::string, std::vector<float>> values;
    std::vector<TensorEntry> entries;
    for (const std::string &each : weights.names()) {
        values[each] = tensor(model, each);
        std::vector<int64_t> kept = weights.at(each).shape;
        if (each == name) {
            kept = shape;
            int64_t count = 1;
            for (const int64_t size : shape)
                count *= size;
            values[each].resize(size_t(count));
        }
        entries.push_back({each, DType::F32, kept, std::as_bytes(std::span(values[each]))});
    }
    writeSafetensors(model / "model.safetensors", entries);
}

} // namespace

Q_DECLARE_METATYPE(Json)

void tst_LabelCount::initTestCase()
{
    std::string rows = "text,label\n";
    for (int i = 0; i < 12; ++i)
        rows += "apple brick rose,up\nmoss leaf grass,down\n";
    files::writeWhole(folder("two.csv"), rows);
    for (const auto &[name, method] : {std::pair("three", kFull), std::pair("means", kMeans)}) {
        const TinyRun run = runTiny(tinyPlan(method, {{"max_steps", 4}}), folder(name));
        QVERIFY2(!run.error, run.error ? run.error->what() : "");
    }
}

Json tst_LabelCount::twoLabelPlan(const fs::path &model, const Json &method, const Json &training)
{
    Json plan = tinyPlan(method, {{"max_steps", 4}, {"eval_steps", 4}});
    plan["training"].update(training);
    plan["dataset"]["train"] = plan["dataset"]["validation"] = folder("two.csv").string();
    plan["model"]["path"] = model.string();
    return plan;
}

void tst_LabelCount::aTrainedModelLearnsOtherLabels_data()
{
    QTest::addColumn<Json>("method");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("head");
    for (const MethodInfo &info : methods()) {
        const std::string &id = info.descriptor.id;
        Json method{{"type", id}};
        // The tiny model has two blocks.
        if (id == "freeze")
            method["trainable_layers"] = 1;
        QTest::newRow(id.c_str()) << method << "three"
                                  << "classifier";
    }
    QTest::newRow("means") << kMeans << "means"
                           << "mean_classifier";
}

void tst_LabelCount::aTrainedModelLearnsOtherLabels()
{
    QFETCH(Json, method);
    QFETCH(QString, base);
    QFETCH(QString, head);
    const fs::path output = folder(std::string("two ") + QTest::currentDataTag());
    const TinyRun run =
        runTiny(twoLabelPlan(folder(base.toStdString()) / "best", method, Json::object()), output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    QCOMPARE(run.losses().size(), size_t(4));
    QVERIFY(run.warnsOf("models.replaced_head"));
    const auto warning = std::ranges::find_if(run.events, [](const Json &event) {
        return event["event"] == "warning" && event["message"]["id"] == "models.replaced_head";
    });
    const Json said = (*warning)["message"]["values"];
    QCOMPARE(said["module"].get<std::string>(), head.toStdString());
    QCOMPARE(said["own"].get<int>(), 3);
    QCOMPARE(said["labels"].get<int>(), 2);
    QVERIFY((*run.find("start"))["new_modules"] == Json::array({head.toStdString()}));

    std::vector<std::string> answers;
    PredictRequest request{.model = {.model = output, .threads = 1}, .allScores = true};
    request.texts = {"moss"};
    const auto answered = predict(request, {}, [&](const Json &row) {
        for (const auto &[label, score] : row["scores"].items())
            answers.push_back(label);
    });
    QVERIFY2(answered, answered ? "" : answered.error().what());
    QCOMPARE(answers, (std::vector<std::string>{"down", "up"}));
    if (fs::exists(output / "best/config.json"))
        QCOMPARE(labelsOf(readJson(output / "best/config.json")).size(), size_t(2));
}

void tst_LabelCount::encoderAndPoolerAreKept()
{
    const fs::path base = folder("three") / "best";
    const PreparedRun run = prepareRun(parseRunConfig(twoLabelPlan(base, kFull, Json::object()),
                                                      ".", methodDescriptors(), tasks()),
                                       {}, {}, [](const std::string &) {});
    for (const NamedTensor &parameter : run.model->parameters().all()) {
        const at::Tensor value = parameter.value.detach().contiguous();
        const std::vector<float> now(value.const_data_ptr<float>(),
                                     value.const_data_ptr<float>() + value.numel());
        if (parameter.name.starts_with("classifier."))
            QCOMPARE(value.size(0), int64_t(2));
        else
            QVERIFY2(now == tensor(base, parameter.name), parameter.name.c_str());
    }
}

void tst_LabelCount::theNewHeadLearnsFaster()
{
    constexpr double rate = 1e-3;
    const auto trained = [&](double ratio, const char *name) {
        const Json once{{"max_steps", 1},
                        {"warmup_steps", 0},
                        {"weight_decay", 0},
                        {"learning_rate", rate},
                        {"new_head_lr_ratio", ratio}};
        const TinyRun run =
            runTiny(twoLabelPlan(folder("three") / "best", kFull, once), folder(name));
        return run.error ? std::vector<float>()
                         : tensor(folder(name) / "final", "classifier.weight");
    };
    const auto alike = trained(1, "alike"), faster = trained(10, "faster");
    QVERIFY(!alike.empty() && alike.size() == faster.size());
    double apart = 0;
    for (size_t i = 0; i < alike.size(); ++i)
        apart = std::max(apart, double(std::abs(alike[i] - faster[i])));
    // Adam's first step moves every weight by the rate.
    QVERIFY2(std::abs(apart - 9 * rate) < 1e-5, qPrintable(QString::number(apart)));
}

void tst_LabelCount::weightsThatDoNotFitAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("a classifier of another width")
        << "classifier.weight" << 3 << 35 << QByteArray("classifier.weight [2, 36] ≠ [3, 35]");
    QTest::newRow("a classifier whose bias is for other labels")
        << "classifier.bias" << 5 << 0 << QByteArray("classifier.weight [2, 36] ≠ [3, 36]");
    QTest::newRow("a pooler of another height")
        << "bert.pooler.dense.weight" << 35 << 36
        << QByteArray("bert.pooler.dense.weight [36, 36] ≠ [35, 36]");
}

void tst_LabelCount::weightsThatDoNotFitAreRefused()
{
    QFETCH(QString, name);
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(QByteArray, said);
    const fs::path model = folder(QTest::currentDataTag()), output = folder("refused");
    std::vector<int64_t> shape{rows};
    if (columns > 0)
        shape.push_back(columns);
    writeReshaped(model, name.toStdString(), shape);
    const TinyRun run = runTiny(twoLabelPlan(model, kFull, Json::object()), output);
    QVERIFY(run.error);
    QCOMPARE(run.error->message.id, std::string("models.shape"));
    QVERIFY2(QByteArray(run.error->what()).contains(said), run.error->what());
    QVERIFY(!fs::exists(output));
    // Nor does such a model answer with a head that it made up.
    PredictRequest request{.model = {.model = model, .threads = 1}};
    request.texts = {"moss"};
    const auto answered = predict(request, {}, [](const Json &) { QFAIL("answered"); });
    QVERIFY(!answered);
    QCOMPARE(answered.error().message.id, std::string("models.shape"));
}

QTEST_APPLESS_MAIN(tst_LabelCount)
#include "tst_label_count.moc"
