// SPDX-License-Identifier: GPL-3.0-or-later
// A linear head on the mean of all tokens, as sentence-transformers pools.
#include "core/kernels/tensor.h"

#include "tests/support/tiny_run.h"

#include "core/evaluate/loaded_model.h"
#include "core/inspect/inspect.h"
#include "core/methods/catalog.h"
#include "core/publish/export_model.h"
#include "core/tasks/catalog.h"
#include "core/train/evaluation_pass.h"
#include "core/train/prepared_run.h"

#include <QtTest>

#include <numeric>

using namespace luthier;
namespace fs = std::filesystem;

class tst_MeanPooling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeadReadsTheMeanOfAllTokens();
    void aRunAnswersAsItLearned();
    void anExportIsRefused();

private:
    QTemporaryDir m_folder;
};

namespace {

Json plan()
{
    return tinyPlan({{"type", "feature-extraction"}, {"pooling", "mean"}}, {{"max_steps", 80}});
}

PreparedRun prepared()
{
    return prepareRun(parseRunConfig(plan(), ".", methodDescriptors(), tasks()), {}, {},
                      [](const std::string &) {});
}

at::Tensor parameter(const Model &model, const std::string &name)
{
    for (const NamedTensor &parameter : model.parameters().all())
        if (parameter.name == name)
            return parameter.value.detach();
    return {};
}

} // namespace

void tst_MeanPooling::theHeadReadsTheMeanOfAllTokens()
{
    const PreparedRun run = prepared();
    const at::NoGradGuard noGraph;
    const std::vector<int64_t> rows{0, 5, 2};
    const TokenBatch batch = batchOf(run.train, rows, 0);
    const size_t pooling = run.model->stages().size() - 2;
    const at::Tensor tokens = run.model->activation(batch, {}, pooling);
    QCOMPARE(tokens.size(0), batch.spans.tokens());
    const at::Tensor weight = parameter(*run.model, "mean_classifier.weight");
    const at::Tensor logits = run.model->logits(batch, {});
    for (int64_t i = 0; i < batch.spans.count(); ++i) {
        at::Tensor mean = at::zeros({tokens.size(1)});
        for (int64_t token = 0; token < batch.spans.length(i); ++token)
            mean += tokens[batch.spans.offsets[size_t(i)] + token] / batch.spans.length(i);
        const double off = (at::mv(weight, mean) - logits[i]).abs().max().item<double>();
        QVERIFY2(off < 1e-5, qPrintable(QString::number(off)));
    }
}

void tst_MeanPooling::aRunAnswersAsItLearned()
{
    const fs::path folder = fs::path(m_folder.path().toStdString()) / "run";
    const TinyRun run = runTiny(plan(), folder);
    QVERIFY(!run.error);
    double best = 0;
    bool said = false;
    for (const Json &event : run.events) {
        if (event["event"] == "warning")
            said = said || event["message"]["id"] == "models.own_head";
        if (event["event"] == "evaluation" && event["best"])
            best = event["eval_loss"];
    }
    QVERIFY(said);
    const std::vector<double> losses = run.losses();
    QCOMPARE(losses.size(), size_t(80));
    const double first = std::accumulate(losses.begin(), losses.begin() + 20, 0.0);
    const double last = std::accumulate(losses.end() - 20, losses.end(), 0.0);
    QVERIFY2(last < 0.95 * first, qPrintable(QString::number(last / first)));
    const Result<Json> again =
        evaluate({.model = {.model = folder, .threads = 1},
                  .input = plan()["dataset"]["validation"].get<std::string>()},
                 {});
    QVERIFY2(again, again ? "" : again.error().message.english().c_str());
    QVERIFY(inspect(folder / "best")["new_modules"].empty());
    const double off = again.value()["eval_loss"].get<double>() - best;
    QVERIFY2(std::abs(off) < 1e-6, qPrintable(QString::number(off)));
}

void tst_MeanPooling::anExportIsRefused()
{
    const fs::path run = fs::path(m_folder.path().toStdString()) / "run";
    const fs::path output = fs::path(m_folder.path().toStdString()) / "exported";
    const Result<int64_t> exported = exportModel({.model = {.model = run}, .output = output});
    QVERIFY(!exported);
    QCOMPARE(exported.error().message.id, std::string("publish.own_head"));
    QVERIFY(!fs::exists(output));
}

QTEST_APPLESS_MAIN(tst_MeanPooling)
#include "tst_mean_pooling.moc"
