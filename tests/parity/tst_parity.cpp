// SPDX-License-Identifier: GPL-3.0-or-later
// Our numbers beside those of transformers and peft, stored by
// tests/parity/reference/make_references.py.
#include "tests/support/minilm_case.h"

#include "core/evaluate/predict.h"
#include "core/methods/catalog.h"
#include "core/tasks/catalog.h"
#include "core/train/evaluation_pass.h"
#include "core/train/prepared_run.h"
#include "core/train/train.h"
#include "core/train/trainer.h"

#include <QtTest>

using namespace luthier;

namespace {

struct OurOutcome : Outcome
{
    int64_t rows_computed_once = 0; ///< by the frozen parts, before the first step
};

} // namespace

class tst_Parity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void numbersEqualTheReference_data() { cases(); }
    void numbersEqualTheReference();
    void mistakesAreDetected_data() { cases(); }
    void mistakesAreDetected();
    void whatFrozenPartsGiveIsComputedOnce_data();
    void whatFrozenPartsGiveIsComputedOnce();
    void aBaseModelTakesAGivenHead_data();
    void aBaseModelTakesAGivenHead();
    void minilmEqualsTheReference_data();
    void minilmEqualsTheReference();

private:
    void cases();
    void compare(const QString &name, const ParityCase &parity, const Outcome &found);
    const OurOutcome &ours(const std::string &name);
    std::map<std::string, OurOutcome> m_ours;
    QTemporaryDir m_folder;
};

namespace {

const char *kTrained[] = {"bert-tiny-full",
                          "bert-tiny-accumulation",
                          "bert-tiny-lora",
                          "bert-tiny-rslora",
                          "roberta-tiny-full",
                          "roberta-tiny-lora",
                          "electra-tiny-full",
                          "electra-tiny-lora",
                          "distilbert-tiny-full",
                          "distilbert-tiny-lora",
                          "bert-tiny-pair",
                          "roberta-tiny-pair",
                          "electra-tiny-pair",
                          "distilbert-tiny-pair",
                          "xlm-roberta-tiny-full",
                          "xlm-roberta-tiny-pair",
                          "bert-tiny-several",
                          "bert-tiny-freeze",
                          "bert-tiny-feature-extraction",
                          "bert-tiny-bitfit"};

at::Tensor validationLogits(const PreparedRun &run)
{
    const auto objective = objectiveFor({.problem_type = run.problem_type});
    return evaluateRows(*run.model, run.validation, *objective).logits;
}

/// Gradients of the first step, before clipping, over its micro-batches.
std::map<std::string, at::Tensor> firstGradients(const PreparedRun &run,
                                                 const TrainingSettings &settings)
{
    StepRows steps(dataOrderOf(settings, run.train));
    const auto rows = steps.rows(1);
    const auto objective = objectiveOf(settings, run.labels, run.train);
    const int64_t size = settings.per_device_train_batch_size;
    for (int64_t first = 0; first < int64_t(rows.size()); first += size) {
        const std::span micro(rows.data() + first,
                              size_t(std::min(size, int64_t(rows.size()) - first)));
        const at::Tensor logits = run.model->logits(
            batchOf(run.train, micro, first), {.training = true, .seed = settings.seed, .step = 1});
        (objective->sum(logits, labelsOf(run.train, micro)) / double(rows.size())).backward();
    }
    std::map<std::string, at::Tensor> out;
    for (const NamedTensor &parameter : run.model->parameters().trainable())
        out[parameter.name] = parameter.value.grad().is_sparse() ? parameter.value.grad().to_dense()
                                                                 : parameter.value.grad().clone();
    return out;
}

/// The trained model's answers, read back from what the run saved.
at::Tensor savedLogits(const std::filesystem::path &model, const RunConfig &config)
{
    std::vector<float> values;
    int64_t count = 0;
    PredictRequest request{.model = {.model = model, .base = config.model}, .logits = true};
    request.input = config.dataset.validation;
    request.pairColumn = config.dataset.columns.textPair.value_or("");
    const auto done = predict(request, {}, [&](const Json &row) {
        for (const double value : row["logits"].get<std::vector<double>>())
            values.push_back(float(value));
        ++count;
    });
    if (!done)
        throw done.error();
    return at::tensor(values).view({count, -1});
}

OurOutcome runCase(const RunConfig &config, const std::filesystem::path &output)
{
    OurOutcome out;
    {
        const PreparedRun run = prepareRun(config, {}, {}, [](const std::string &) {});
        out.logits = validationLogits(run);
        out.gradients = firstGradients(run, config.training);
        for (const auto &[name, gradient] : out.gradients)
            out.gradient_norms[name] = gradient.to(at::kDouble).norm().item<double>();
    }
    const auto result =
        train({.config = config, .workspace = output.parent_path(), .output = output, .threads = 1},
              {}, [&](const Json &event) {
                  if (event["event"] == "phase" && event["phase"] == "features" &&
                      event["done"] == event["total"])
                      out.rows_computed_once += event["total"].get<int64_t>();
                  if (event["event"] != "step")
                      return;
                  out.losses.push_back(event["loss"]);
                  out.grad_norms.push_back(event["grad_norm"]);
                  out.learning_rates.push_back(event["learning_rate"]);
              });
    if (!result)
        throw result.error();
    out.final_logits = savedLogits(output / "final", config);
    return out;
}

} // namespace

void tst_Parity::cases()
{
    QTest::addColumn<QString>("name");
    for (const char *name : kTrained)
        QTest::newRow(name) << QString::fromLatin1(name);
}

const OurOutcome &tst_Parity::ours(const std::string &name)
{
    if (!m_ours.contains(name))
        m_ours[name] = runCase(ParityCase(name).config(),
                               std::filesystem::path(m_folder.path().toStdString()) / name);
    return m_ours[name];
}

void tst_Parity::numbersEqualTheReference()
{
    QFETCH(QString, name);
    compare(name, ParityCase(name.toStdString()), ours(name.toStdString()));
}

void tst_Parity::compare(const QString &name, const ParityCase &parity, const Outcome &outcome)
{
    const auto found = excess(parity.expected, outcome, parity.reference["tolerances"]);
    QCOMPARE(found.size(), size_t(7));
    for (const auto &[check, worst] : found) {
        qInfo("%s: %s at %.3f of its tolerance", qPrintable(name), check.c_str(), worst);
        QVERIFY2(worst <= 1, check.c_str());
    }
}

void tst_Parity::minilmEqualsTheReference_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"minilm-full", "minilm-lora"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_Parity::minilmEqualsTheReference()
{
    QFETCH(QString, name);
    const SampleFiles files = SampleFiles::find();
    if (!files.there())
        QSKIP("the sample's model and data are not in the cache folder; ./installer/setup brings "
              "them");
    const ParityCase parity(name.toStdString());
    const std::filesystem::path folder =
        std::filesystem::path(m_folder.path().toStdString()) / name.toStdString();
    std::filesystem::create_directories(folder);
    const Json plan = layOutMinilmCase(parity, files, folder);
    compare(name, parity,
            runCase(parseRunConfig(plan, folder, methodDescriptors(), tasks()), folder / "run"));
}

void tst_Parity::mistakesAreDetected()
{
    QFETCH(QString, name);
    const ParityCase parity(name.toStdString());
    QVERIFY(!parity.mistakes.empty());
    for (const auto &[id, mistake] : parity.mistakes.items()) {
        const std::string check = mistake["check"];
        const auto found =
            excess(parity.mistaken(id), ours(name.toStdString()), parity.reference["tolerances"]);
        QVERIFY2(found.contains(check), id.c_str());
        QVERIFY2(found.at(check) > 1,
                 qPrintable(QStringLiteral("%1 is not seen by %2")
                                .arg(QString::fromStdString(id), QString::fromStdString(check))));
    }
}

void tst_Parity::whatFrozenPartsGiveIsComputedOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("once");
    QTest::newRow("freeze") << QStringLiteral("bert-tiny-freeze") << true;
    QTest::newRow("feature-extraction") << QStringLiteral("bert-tiny-feature-extraction") << true;
    QTest::newRow("bitfit") << QStringLiteral("bert-tiny-bitfit") << false;
    QTest::newRow("full") << QStringLiteral("bert-tiny-full") << false;
}

void tst_Parity::whatFrozenPartsGiveIsComputedOnce()
{
    QFETCH(QString, name);
    QFETCH(bool, once);
    const RunConfig config = ParityCase(name.toStdString()).config();
    const PreparedRun run = prepareRun(config, {}, {}, [](const std::string &) {});
    QCOMPARE(ours(name.toStdString()).rows_computed_once, once ? run.train.rows() : 0);
}

void tst_Parity::aBaseModelTakesAGivenHead_data()
{
    QTest::addColumn<QString>("name");
    for (const char *family : {"bert", "roberta", "electra", "distilbert"})
        QTest::newRow(family) << QString::fromLatin1(family) + QStringLiteral("-tiny-prefixless");
}

void tst_Parity::aBaseModelTakesAGivenHead()
{
    QFETCH(QString, name);
    const ParityCase parity(name.toStdString());
    const PreparedRun run = prepareRun(parity.config(), {}, {}, [](const std::string &) {});
    QVERIFY(!run.model->newModules().empty());
    for (const auto &[name, tensor] : tensorsOf(parity.folder / "head.safetensors"))
        run.model->parameters().find(name)->value.detach().copy_(tensor);
    Outcome out;
    out.logits = validationLogits(run);
    QVERIFY(excess(parity.expected, out, parity.reference["tolerances"]).at("logits") <= 1);
    QVERIFY(!parity.mistakes.empty());
    for (const auto &[id, mistake] : parity.mistakes.items())
        QVERIFY2(excess(parity.mistaken(id), out, parity.reference["tolerances"]).at("logits") > 1,
                 id.c_str());
}

QTEST_APPLESS_MAIN(tst_Parity)
#include "tst_parity.moc"
