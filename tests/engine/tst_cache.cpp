// SPDX-License-Identifier: GPL-3.0-or-later
// What frozen stages give is computed once: the same losses, and only where it pays.
#include "core/kernels/tensor.h"

#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/methods/catalog.h"
#include "core/tasks/catalog.h"
#include "core/train/cache_plan.h"
#include "core/train/prepared_run.h"

#include <algorithm>
#include <chrono>
#include <set>

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
    void secondRunReadsWhatTheFirstComputed_data() { cachedRowsAnswerAsWholePasses_data(); }
    void secondRunReadsWhatTheFirstComputed();
    void keyIsOfAllThatDecidesTheBits();
    void fileThatCannotBeBelievedIsReplaced_data();
    void fileThatCannotBeBelievedIsReplaced();
    void runsWhereNothingCanBeKept_data();
    void runsWhereNothingCanBeKept();
    void leastRecentlyUsedMakesRoom();

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

PreparedRun prepared(const Json &method, const Json &training = {})
{
    const Json plan = tinyPlan(method, training);
    return prepareRun(parseRunConfig(plan, ".", methodDescriptors(), tasks()), {}, {},
                      [](const std::string &) {});
}

Json severalEpochs(const QString &method)
{
    return tinyPlan(methodOf(method), {{"num_train_epochs", 3}, {"max_steps", -1}});
}

/// By part that is kept: whether it came from the cache.
std::vector<bool> cachedParts(const TinyRun &run)
{
    std::vector<bool> out;
    for (const Json &event : run.events)
        if (event.value("phase", "") == "features" && event["done"] == event["total"])
            out.push_back(event["cached"]);
    return out;
}

const std::vector<bool> both{true, true}, none{false, false};

fs::path featuresOf(const fs::path &workspace)
{
    return workspace / "cache" / "features";
}

std::map<std::string, std::string> keptBelow(const fs::path &workspace)
{
    auto files = filesBelow(featuresOf(workspace));
    files.erase("luthier.lock");
    return files;
}

std::string keyOf(const PreparedRun &run, const Examples &examples)
{
    return featureKey(*run.model, examples, frozenHash(*run.model));
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
    fs::remove_all(featuresOf(folder("")));
    const TinyRun computed = runTiny(plan, folder("stopped"), options);
    QVERIFY(!computed.error);
    QCOMPARE(cachedParts(computed), none);
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

void tst_Cache::secondRunReadsWhatTheFirstComputed()
{
    QFETCH(QString, method);
    const fs::path workspace = folder("twice-" + method.toStdString());
    fs::create_directory(workspace);
    const TinyRun first = runTiny(severalEpochs(method), workspace / "first");
    const auto kept = keptBelow(workspace);
    const TinyRun second = runTiny(severalEpochs(method), workspace / "second");
    QVERIFY2(!first.error && !second.error, first.error ? first.error->what() : "");
    QCOMPARE(cachedParts(first), none);
    QCOMPARE(cachedParts(second), both);
    QCOMPARE(kept.size(), size_t(2));
    QCOMPARE(keptBelow(workspace), kept);
    QCOMPARE(second.losses(), first.losses());
    QCOMPARE(filesBelow(workspace / "second/final"), filesBelow(workspace / "first/final"));
    QCOMPARE(comparableEvents(workspace / "second"), comparableEvents(workspace / "first"));
}

void tst_Cache::keyIsOfAllThatDecidesTheBits()
{
    const PreparedRun run = prepared(methodOf(QStringLiteral("freeze")));
    const std::string key = keyOf(run, run.train);
    const PreparedRun again = prepared(methodOf(QStringLiteral("freeze")), {{"seed", 8}});
    QCOMPARE(keyOf(again, again.train), key);
    Examples relabelled = run.train;
    std::ranges::reverse(relabelled.labels);
    QCOMPARE(keyOf(run, relabelled), key);

    std::set<std::string> keys{key, keyOf(run, run.validation)};
    Examples other = run.train;
    std::ranges::reverse(other.ids);
    keys.insert(keyOf(run, other));
    other = run.train;
    other.type_ids[1] = 1;
    keys.insert(keyOf(run, other));
    other = run.train;
    ++other.offsets[1];
    keys.insert(keyOf(run, other));
    const PreparedRun shorter = prepared(methodOf(QStringLiteral("freeze")), {{"max_length", 6}});
    keys.insert(keyOf(shorter, shorter.train));
    const PreparedRun higher = prepared(methodOf(QStringLiteral("feature-extraction")));
    keys.insert(keyOf(higher, higher.train));
    at::set_num_threads(at::get_num_threads() + 1);
    keys.insert(keyOf(run, run.train));
    at::set_num_threads(at::get_num_threads() - 1);
    QCOMPARE(keys.size(), size_t(8));

    const at::NoGradGuard noGraph;
    run.model->parameters().trainable().front().value.add_(1);
    QCOMPARE(keyOf(run, run.train), key);
    run.model->parameters().all().front().value.view(-1)[0].add_(1);
    QVERIFY(keyOf(run, run.train) != key);
}

void tst_Cache::fileThatCannotBeBelievedIsReplaced_data()
{
    QTest::addColumn<int>("damage");
    const char *names[] = {"a bit is wrong",       "cut short",    "empty", "no safetensors",
                           "header says too much", "of other rows"};
    for (int i = 0; i < 6; ++i)
        QTest::newRow(names[i]) << i;
}

void tst_Cache::fileThatCannotBeBelievedIsReplaced()
{
    QFETCH(int, damage);
    const QString method = QStringLiteral("feature-extraction");
    const fs::path workspace = folder("damaged-" + std::to_string(damage));
    fs::create_directory(workspace);
    const TinyRun first = runTiny(severalEpochs(method), workspace / "first");
    const auto kept = keptBelow(workspace);
    QCOMPARE(kept.size(), size_t(2));
    const std::string whole = kept.begin()->second;
    std::string flipped = whole;
    flipped[flipped.size() - 2] ^= 1;
    const std::string contents[] = {flipped,
                                    whole.substr(0, whole.size() - 4),
                                    "",
                                    std::string(whole.size(), 'x'),
                                    std::string("\xff\xff\xff\xff\xff\xff\xff\x7f{", 9) +
                                        whole.substr(9),
                                    kept.rbegin()->second};
    files::writeWhole(featuresOf(workspace) / kept.begin()->first, contents[damage]);
    const TinyRun second = runTiny(severalEpochs(method), workspace / "second");
    QVERIFY(!second.error);
    std::vector<bool> parts = cachedParts(second);
    QCOMPARE(std::ranges::count(parts, false), 1);
    QCOMPARE(second.losses(), first.losses());
    QCOMPARE(keptBelow(workspace), kept);
    QCOMPARE(cachedParts(runTiny(severalEpochs(method), workspace / "third")), both);
}

void tst_Cache::runsWhereNothingCanBeKept_data()
{
    QTest::addColumn<int>("operation");
    QTest::addColumn<int>("error");
    QTest::newRow("read-only workspace") << int(files::Operation::MakeFolder) << EROFS;
    QTest::newRow("read-only folder") << int(files::Operation::Open) << EROFS;
    QTest::newRow("full disk") << int(files::Operation::Write) << ENOSPC;
    QTest::newRow("a file is in the way") << -1 << 0;
}

void tst_Cache::runsWhereNothingCanBeKept()
{
    QFETCH(int, operation);
    QFETCH(int, error);
    const QString method = QStringLiteral("freeze");
    const fs::path workspace = folder(std::string("refused-") + QTest::currentDataTag());
    fs::create_directory(workspace);
    if (operation < 0)
        files::writeWhole(workspace / "cache", "in the way");
    files::setFault([&](files::Operation now, const fs::path &path) {
        const bool meant =
            int(now) == operation && path.string().find("/cache") != std::string::npos;
        return meant ? error : 0;
    });
    const TinyRun first = runTiny(severalEpochs(method), workspace / "first");
    const TinyRun second = runTiny(severalEpochs(method), workspace / "second");
    files::setFault({});
    QVERIFY2(!first.error && !second.error, first.error ? first.error->what() : "");
    QCOMPARE(cachedParts(second), none);
    QVERIFY(!fs::is_directory(featuresOf(workspace)) || keptBelow(workspace).empty());
    QVERIFY(first.find("start")->at("cache_bytes") > 0);
    const fs::path elsewhere = folder(std::string("kept-") + QTest::currentDataTag());
    const TinyRun kept = runTiny(severalEpochs(method), elsewhere);
    QCOMPARE(second.losses(), kept.losses());
}

void tst_Cache::leastRecentlyUsedMakesRoom()
{
    const fs::path workspace = folder("bounded");
    fs::create_directory(workspace);
    const std::string a(64, 'a'), b(64, 'b'), c(64, 'c'), big(64, 'd');
    const std::vector<float> values(1000, 2.5f), many(5000, 1.0f);
    const FeatureCache cache(workspace, {}, 14000);
    const auto pathOf = [&](const std::string &key) {
        return featuresOf(workspace) / (key + ".safetensors");
    };
    const auto now = fs::file_time_type::clock::now();
    cache.keep(a, 10, values);
    cache.keep(b, 10, values);
    fs::last_write_time(pathOf(a), now - std::chrono::hours(2));
    fs::last_write_time(pathOf(b), now - std::chrono::hours(1));
    files::writeWhole(featuresOf(workspace) / "notes.txt", std::string(20000, '.'));
    fs::last_write_time(featuresOf(workspace) / "notes.txt", now - std::chrono::hours(9));
    std::vector<float> out(1000);
    QVERIFY(cache.read(a, 10, out));
    QCOMPARE(out, values);
    cache.keep(c, 10, values);
    QVERIFY(fs::exists(pathOf(a)) && !fs::exists(pathOf(b)) && fs::exists(pathOf(c)));
    QVERIFY(fs::exists(featuresOf(workspace) / "notes.txt"));
    cache.keep(big, 10, many);
    QVERIFY(!fs::exists(pathOf(big)) && fs::exists(pathOf(a)) && fs::exists(pathOf(c)));
    QVERIFY(!cache.read(a, 20, out));
    // The folder is not made where there is no workspace.
    FeatureCache(folder("nowhere"), {}).keep(a, 10, values);
    QVERIFY(!fs::exists(folder("nowhere")));
}

QTEST_APPLESS_MAIN(tst_Cache)
#include "tst_cache.moc"
