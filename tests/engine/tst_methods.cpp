// SPDX-License-Identifier: GPL-3.0-or-later
// What every method of the catalog must keep to; a new one is tested without a new test.
#include "core/kernels/tensor.h"

#include "tests/support/tiny_run.h"

#include "core/methods/catalog.h"
#include "core/methods/method.h"
#include "core/methods/what_learns.h"
#include "core/tasks/catalog.h"
#include "core/tasks/text_classification.h"
#include "core/train/evaluation_pass.h"
#include "core/train/optimizer.h"
#include "core/train/prepared_run.h"

#include <QtTest>

#include <numeric>

using namespace luthier;
namespace fs = std::filesystem;

class tst_Methods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void descriptorsAreComplete_data() { catalog(); }
    void descriptorsAreComplete();
    void whatTheCatalogSaysLearns_data() { catalog(); }
    void whatTheCatalogSaysLearns();
    void whatIsBesideAProjectionIsNotFrozen();
    void lossFallsAndFrozenWeightsStay_data() { catalog(); }
    void lossFallsAndFrozenWeightsStay();
    void whatIsSavedAnswersTheSame_data() { catalog(); }
    void whatIsSavedAnswersTheSame();
    void embeddingsTrainWhenAsked_data();
    void embeddingsTrainWhenAsked();
    void moreBlocksThanTheModelHasAreRefused();

private:
    void catalog();
    PreparedRun prepared(const QString &id);
    QTemporaryDir m_folder;
};

namespace {

/// Trains in memory; returns the losses.
std::vector<double> trainSteps(const PreparedRun &run, int steps, double rate)
{
    AdamW optimizer(run.model->parameters().trainable(), {});
    const ClassificationLoss loss(0, {});
    std::vector<int64_t> rows(32);
    std::iota(rows.begin(), rows.end(), int64_t(0));
    std::vector<double> losses;
    for (int step = 1; step <= steps; ++step) {
        const at::Tensor value = loss.sum(run.model->logits(batchOf(run.train, rows, 0), {}),
                                          labelsOf(run.train, rows)) /
                                 32.0;
        value.backward();
        optimizer.step(rate, optimizer.gradientNorm());
        optimizer.zeroGradients();
        losses.push_back(value.item<double>());
    }
    return losses;
}

bool isAddition(const NamedTensor &parameter)
{
    return parameter.name.find(".lora_") != std::string::npos;
}

/// How much of the base model's own weights below these modules trains.
MethodInfo::Share share(const PreparedRun &run, const std::vector<std::string> &modules)
{
    int64_t all = 0, trained = 0;
    for (const NamedTensor &parameter : run.model->parameters().all())
        for (const std::string &module : modules)
            if (parameter.name.starts_with(module + ".") && !isAddition(parameter)) {
                all += parameter.value.numel();
                trained += parameter.value.requires_grad() ? parameter.value.numel() : 0;
            }
    using enum MethodInfo::Share;
    return trained == 0 ? Nothing : trained == all ? All : Some;
}

at::Tensor answers(const PreparedRun &run)
{
    return evaluateRows(*run.model, run.validation, ClassificationLoss(0, {})).logits;
}

} // namespace

void tst_Methods::catalog()
{
    QTest::addColumn<QString>("id");
    for (const MethodInfo &info : methods())
        QTest::newRow(info.descriptor.id.c_str()) << QString::fromStdString(info.descriptor.id);
}

PreparedRun tst_Methods::prepared(const QString &id)
{
    Json method{{"type", id.toStdString()}};
    // The tiny model has two blocks: one below, one above.
    for (const Parameter &parameter : methodNamed(id.toStdString()).descriptor.parameters)
        if (parameter.id == "trainable_layers")
            method[parameter.id] = 1;
    const Json plan = tinyPlan(method, {{"dropout", 0.0}});
    return prepareRun(parseRunConfig(plan, ".", methodDescriptors(), tasks()), {}, {},
                      [](const std::string &) {});
}

void tst_Methods::descriptorsAreComplete()
{
    QFETCH(QString, id);
    const Descriptor &descriptor = methodNamed(id.toStdString()).descriptor;
    QVERIFY(!descriptor.name.empty() && !descriptor.summary.empty());
    for (const Parameter &parameter : descriptor.parameters) {
        QVERIFY2(!parameter.label.empty() && !parameter.help.empty() && !parameter.reason.empty(),
                 parameter.id.c_str());
        if (parameter.kind == Parameter::Kind::Whole || parameter.kind == Parameter::Kind::Number) {
            const double initial = parameter.initial;
            QVERIFY2(parameter.minimum <= initial && initial <= parameter.maximum,
                     parameter.id.c_str());
        }
    }
}

void tst_Methods::whatTheCatalogSaysLearns()
{
    QFETCH(QString, id);
    const MethodInfo::Learns &says = methodNamed(id.toStdString()).learns;
    const PreparedRun run = prepared(id);
    const std::vector<Stage> &stages = run.model->stages();
    QVERIFY(share(run, {stages[0].name}) == says.embeddings);
    QVERIFY(share(run, {stages[1].name}) == says.lowerBlocks);
    QVERIFY(share(run, {stages[stages.size() - 2].name}) == says.upperBlocks);
    QVERIFY(share(run, run.model->headModules()) == says.head);
    const bool added = std::ranges::any_of(run.model->parameters().all(), isAddition);
    QCOMPARE(added, says.additions);
}

void tst_Methods::whatIsBesideAProjectionIsNotFrozen()
{
    // ELECTRA's projection belongs to the embeddings, whose name it does not bear.
    Json plan = tinyPlan({{"type", "lora"}, {"target_modules", {"embeddings_project"}}}, {});
    plan["model"]["path"] = std::string(LUTHIER_TEST_DATA) + "/parity/electra-tiny-lora/model";
    const RunConfig config = parseRunConfig(plan, ".", methodDescriptors(), tasks());
    const PreparedRun run = prepareRun(config, {}, {}, [](const std::string &) {});
    QCOMPARE(run.model->lowestTrainedStage(), size_t(0));
    const auto learning = whatLearns(config, 3);
    QVERIFY(learning);
    using Kind = StageLearning::Kind;
    QVERIFY(learning.value().stages.front().kind == Kind::AddOn);
    QVERIFY(learning.value().stages.back().kind == Kind::Learns);
}

void tst_Methods::lossFallsAndFrozenWeightsStay()
{
    QFETCH(QString, id);
    const PreparedRun run = prepared(id);
    std::map<std::string, at::Tensor> before;
    for (const NamedTensor &parameter : run.model->parameters().all())
        before[parameter.name] = parameter.value.detach().clone();
    const auto losses = trainSteps(run, 20, 2e-3);
    QVERIFY2(losses.back() < 0.9 * losses.front(),
             qPrintable(QStringLiteral("%1 to %2").arg(losses.front()).arg(losses.back())));
    int64_t changed = 0;
    for (const NamedTensor &parameter : run.model->parameters().all()) {
        const bool same = at::equal(parameter.value.detach(), before[parameter.name]);
        QVERIFY2(parameter.value.requires_grad() || same, parameter.name.c_str());
        changed += !same;
    }
    QVERIFY(changed > 0);
}

void tst_Methods::whatIsSavedAnswersTheSame()
{
    QFETCH(QString, id);
    const fs::path folder = fs::path(m_folder.path().toStdString()) / id.toStdString();
    fs::create_directories(folder);
    const PreparedRun trained = prepared(id);
    trainSteps(trained, 5, 5e-3);
    trained.method->save(*trained.model, folder, {"base"});
    const PreparedRun fresh = prepared(id);
    QVERIFY(!at::equal(answers(fresh), answers(trained)));
    fresh.method->load(*fresh.model, folder);
    QVERIFY(at::equal(answers(fresh), answers(trained)));
}

void tst_Methods::embeddingsTrainWhenAsked_data()
{
    QTest::addColumn<bool>("asked");
    QTest::newRow("train_embeddings true") << true;
    QTest::newRow("train_embeddings false") << false;
}

void tst_Methods::embeddingsTrainWhenAsked()
{
    QFETCH(bool, asked);
    const Json plan =
        tinyPlan({{"type", "freeze"}, {"trainable_layers", 1}, {"train_embeddings", asked}},
                 {{"dropout", 0.0}});
    const PreparedRun run = prepareRun(parseRunConfig(plan, ".", methodDescriptors(), tasks()), {},
                                       {}, [](const std::string &) {});
    const std::vector<Stage> &stages = run.model->stages();
    QCOMPARE(run.model->lowestTrainedStage(), asked ? size_t(0) : size_t(2));
    std::map<std::string, at::Tensor> before;
    for (const NamedTensor &parameter : run.model->parameters().all())
        before[parameter.name] = parameter.value.detach().clone();
    trainSteps(run, 3, 2e-3);
    for (const NamedTensor &parameter : run.model->parameters().all()) {
        const bool same = at::equal(parameter.value.detach(), before[parameter.name]);
        if (stages[0].holds(parameter.name))
            QVERIFY2(same != asked, parameter.name.c_str());
        if (stages[1].holds(parameter.name))
            QVERIFY2(same, parameter.name.c_str());
    }
}

void tst_Methods::moreBlocksThanTheModelHasAreRefused()
{
    const fs::path output = fs::path(m_folder.path().toStdString()) / "refused";
    const TinyRun run =
        runTiny(tinyPlan({{"type", "freeze"}, {"trainable_layers", 3}}, {}), output);
    QVERIFY(run.error);
    QCOMPARE(run.error->message.id, std::string("methods.trainable_layers"));
    const QByteArray sentence = run.error->what();
    QVERIFY2(sentence.contains("trainable_layers is 3") && sentence.contains("has 2 blocks"),
             sentence.constData());
    QVERIFY(!fs::exists(output));
}

QTEST_APPLESS_MAIN(tst_Methods)
#include "tst_methods.moc"
