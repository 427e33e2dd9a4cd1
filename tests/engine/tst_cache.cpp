// SPDX-License-Identifier: GPL-3.0-or-later
// What frozen stages give is computed once: the same losses, and only where it pays.
#include "core/kernels/tensor.h"

#include "tests/support/tiny_run.h"

#include "core/methods/catalog.h"
#include "core/tasks/catalog.h"
#include "core/train/cache_plan.h"
#include "core/train/prepared_run.h"

#include <QtTest>

using namespace luthier;
namespace fs = std::filesystem;

class tst_Cache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cachedRowsAnswerAsWholePasses_data();
    void cachedRowsAnswerAsWholePasses();
    void lossesAreThoseWithoutCache_data() { cachedRowsAnswerAsWholePasses_data(); }
    void lossesAreThoseWithoutCache();
    void resumedRunHasTheSameBits();
    void planKeepsWhatPaysAndFits();
    void stopsWhileItComputes();

private:
    QTemporaryDir m_folder;
    fs::path folder(const std::string &name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
};

namespace {

Json methodOf(const QString &id)
{
    Json method{{"type", id.toStdString()}};
    if (id == QLatin1String("mean pooling"))
        method = {{"type", "feature-extraction"}, {"pooling", "mean"}};
    if (id == QLatin1String("freeze"))
        method["trainable_layers"] = 1;
    return method;
}

PreparedRun prepared(const Json &method)
{
    const Json plan = tinyPlan(method, {});
    return prepareRun(parseRunConfig(plan, ".", methodDescriptors(), tasks()), {}, {},
                      [](const std::string &) {});
}

} // namespace

void tst_Cache::cachedRowsAnswerAsWholePasses_data()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("one block trains") << QStringLiteral("freeze");
    QTest::newRow("the head trains") << QStringLiteral("feature-extraction");
    QTest::newRow("a head on the mean trains") << QStringLiteral("mean pooling");
}

void tst_Cache::cachedRowsAnswerAsWholePasses()
{
    QFETCH(QString, method);
    const PreparedRun run = prepared(methodOf(method));
    RowInputs cached(*run.model, run.train);
    const RowInputs whole(*run.model, run.train);
    int64_t told = 0;
    cached.cache({}, [&](int64_t rows) { told = rows; });
    QCOMPARE(told, run.train.rows());
    QVERIFY(cached.isCached());
    // Dropout above the frozen stages must fall alike.
    const ForwardContext context{.training = true,
                                 .seed = 5,
                                 .step = 3,
                                 .first_dropout_stage = run.model->lowestTrainedStage()};
    const std::vector<int64_t> rows{7, 0, 3, 11, 3};
    const at::Tensor difference =
        (cached.logits(rows, 4, context) - whole.logits(rows, 4, context)).abs().max();
    QVERIFY2(difference.item<double>() < 1e-5,
             qPrintable(QString::number(difference.item<double>())));
}

void tst_Cache::lossesAreThoseWithoutCache()
{
    QFETCH(QString, method);
    // One more step than an epoch: the cache pays, without it the run is the same.
    const Json plan = tinyPlan(methodOf(method), {{"num_train_epochs", 3}, {"max_steps", -1}});
    Json uncached = plan;
    uncached["training"]["frozen_dropout"] = true;
    uncached["training"]["dropout"] = 0.0;
    Json without = plan;
    without["training"]["dropout"] = 0.0;
    const TinyRun a = runTiny(without, folder(method.toStdString() + "-cached"));
    const TinyRun b = runTiny(uncached, folder(method.toStdString() + "-whole"));
    QVERIFY2(!a.error && !b.error, a.error ? a.error->what() : "");
    QVERIFY(a.find("start")->at("cache_bytes") > 0);
    QVERIFY(b.find("start")->at("cache_bytes") == 0);
    const auto first = a.losses(), second = b.losses();
    QCOMPARE(first.size(), second.size());
    QVERIFY(first.size() > 5);
    for (size_t i = 0; i < first.size(); ++i)
        QVERIFY2(
            std::abs(first[i] - second[i]) <= 1e-5 * std::max(0.1, second[i]),
            qPrintable(QStringLiteral("step %1: %2, %3").arg(i + 1).arg(first[i]).arg(second[i])));
}

void tst_Cache::resumedRunHasTheSameBits()
{
    const Json plan = tinyPlan(methodOf(QStringLiteral("freeze")),
                               {{"num_train_epochs", 3}, {"max_steps", -1}, {"save_steps", 4}});
    QVERIFY(!runTiny(plan, folder("undisturbed")).error);
    TinyOptions options;
    options.stopAfter = 8;
    QVERIFY(runTiny(plan, folder("stopped"), options).stopped);
    options = {};
    options.resume = true;
    QVERIFY(!runTiny(plan, folder("stopped"), options).error);
    QCOMPARE(filesBelow(folder("stopped") / "final"), filesBelow(folder("undisturbed") / "final"));
    QCOMPARE(comparableEvents(folder("stopped")), comparableEvents(folder("undisturbed")));
}

void tst_Cache::planKeepsWhatPaysAndFits()
{
    const PreparedRun run = prepared(methodOf(QStringLiteral("freeze")));
    const RowInputs train(*run.model, run.train), validation(*run.model, run.validation);
    const int64_t needed = train.bytesToCache(), more = validation.bytesToCache();
    QCOMPARE(needed, run.train.tokens() * run.model->hiddenSize() * 4);
    CacheConditions conditions{.epochs = 3, .validations = 5, .limit = needed + more};
    const auto plan = [&] { return cachePlan(train, validation, conditions); };
    QCOMPARE(plan().bytes, needed + more);
    conditions.limit = needed;
    QVERIFY(plan().train && !plan().validation && !plan().note);
    conditions.limit = needed - 1;
    QVERIFY(!plan().train && plan().note);
    conditions = {.epochs = 1, .validations = 1, .limit = needed + more};
    QCOMPARE(plan().bytes, int64_t(0));
    conditions = {.frozen_dropout = true, .epochs = 3, .validations = 5, .limit = needed + more};
    QCOMPARE(plan().bytes, int64_t(0));
    const PreparedRun full = prepared({{"type", "full"}});
    QCOMPARE(RowInputs(*full.model, full.train).bytesToCache(), int64_t(0));
}

void tst_Cache::stopsWhileItComputes()
{
    const PreparedRun run = prepared(methodOf(QStringLiteral("freeze")));
    RowInputs inputs(*run.model, run.train);
    std::stop_source stop;
    stop.request_stop();
    try {
        inputs.cache(stop.get_token(), [](int64_t) {});
        QFAIL("it went on");
    } catch (const Error &error) {
        QVERIFY(error.code == Error::Code::Cancelled);
    }
    QVERIFY(!inputs.isCached());
}

QTEST_APPLESS_MAIN(tst_Cache)
#include "tst_cache.moc"
