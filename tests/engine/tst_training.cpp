// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/weights/safetensors.h"

#include <QtTest>

#include <cmath>

using namespace luthier;
namespace fs = std::filesystem;

class tst_Training : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accumulationChangesNoLoss();
    void threadsChangeNoLoss();
    void dropoutChangesTheLoss();
    void frozenPartsDropOutOnlyWhenAsked();
    void aStoppedRunGoesOnWithTheSameBits_data();
    void aStoppedRunGoesOnWithTheSameBits();
    void aDamagedCheckpointIsPassedOver();
    void resumingWithoutACheckpointStartsOver();
    void anotherNumberOfThreadsGoesOnAndIsSaid();
    void changedSettingsAreShownBeforeARunGoesOn();
    void anInfiniteLossStopsBeforeTheUpdate();
    void theBestModelIsKept();
    void earlyStoppingStops();
    void aFullDiskKeepsTheLastGoodState();
    void aFolderWithoutTheRightToWriteIsNamed();
    void aNewHeadLearnsAtARateOfItsOwn();

private:
    fs::path folder(const char *name) { return fs::path(m_folder.path().toStdString()) / name; }
    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/lu thier 한글 XXXXXX")};
};

namespace {

double largestDifference(const std::vector<double> &a, const std::vector<double> &b)
{
    double worst = a.size() == b.size() && !a.empty() ? 0 : INFINITY;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        worst = std::max(worst, std::abs(a[i] - b[i]) / std::max(a[i], 0.1));
    return worst;
}

const Json kFull{{"type", "full"}};
const Json kLora{{"type", "lora"}, {"lora_dropout", 0.2}};

std::map<std::string, std::vector<float>> tensorsOf(const fs::path &model)
{
    std::map<std::string, std::vector<float>> out;
    const SafetensorsFile file = SafetensorsFile::open(model / "model.safetensors");
    for (const auto &[name, info] : file.tensors()) {
        out[name].resize(info.elements());
        file.readAsFloat(info, out[name]);
    }
    return out;
}

Json dropping(Json settings)
{
    settings["dropout"] = 0.1;
    return settings;
}

} // namespace

void tst_Training::accumulationChangesNoLoss()
{
    const TinyRun whole =
        runTiny(tinyPlan(kFull, dropping({{"per_device_train_batch_size", 16}})), folder("whole"));
    const TinyRun parts = runTiny(tinyPlan(kFull, dropping({{"per_device_train_batch_size", 4},
                                                            {"gradient_accumulation_steps", 4}})),
                                  folder("parts"));
    QVERIFY2(!whole.error, whole.error ? whole.error->what() : "");
    QVERIFY(largestDifference(whole.losses(), parts.losses()) < 1e-5);
}

void tst_Training::threadsChangeNoLoss()
{
    const Json plan = tinyPlan(kLora, dropping({}));
    const TinyRun one = runTiny(plan, folder("one"), {.threads = 1});
    const TinyRun two = runTiny(plan, folder("two"), {.threads = 2});
    QVERIFY(largestDifference(one.losses(), two.losses()) < 1e-5);
}

void tst_Training::dropoutChangesTheLoss()
{
    const TinyRun with = runTiny(tinyPlan(kFull, dropping({})), folder("with"));
    const TinyRun without = runTiny(tinyPlan(kFull, {{"dropout", 0.0}}), folder("without"));
    QVERIFY(largestDifference(with.losses(), without.losses()) > 1e-3);
}

void tst_Training::frozenPartsDropOutOnlyWhenAsked()
{
    // LoRA leaves the embeddings frozen; nothing below them trains.
    const Json lora{{"type", "lora"}};
    const TinyRun still = runTiny(tinyPlan(lora, dropping({{"max_steps", 3}})), folder("still"));
    const TinyRun asked = runTiny(
        tinyPlan(lora, dropping({{"max_steps", 3}, {"frozen_dropout", true}})), folder("asked"));
    QVERIFY(largestDifference(still.losses(), asked.losses()) > 1e-4);
    const auto says = [](const TinyRun &run) {
        return Json(run.events).dump().find("train.frozen_dropout") != std::string::npos;
    };
    QVERIFY(says(still));
    QVERIFY(!says(asked));
}

void tst_Training::aStoppedRunGoesOnWithTheSameBits_data()
{
    QTest::addColumn<bool>("lora");
    QTest::addColumn<int>("stopAfter");
    QTest::addColumn<int>("accumulation");
    // An epoch has 11 steps, of accumulated ones 3.
    QTest::newRow("F9 full, inside an epoch") << false << 9 << 1;
    QTest::newRow("F9 lora, inside an epoch") << true << 9 << 1;
    QTest::newRow("F9 at the end of an epoch") << false << 11 << 1;
    QTest::newRow("F9 accumulated steps") << false << 7 << 4;
    QTest::newRow("F9 before the last step") << false << 19 << 1;
}

void tst_Training::aStoppedRunGoesOnWithTheSameBits()
{
    QFETCH(bool, lora);
    QFETCH(int, stopAfter);
    QFETCH(int, accumulation);
    const Json plan =
        tinyPlan(lora ? kLora : kFull,
                 dropping({{"save_steps", 6}, {"gradient_accumulation_steps", accumulation}}));
    const fs::path all = folder(QTest::currentDataTag()), straight = all / "straight",
                   broken = all / "broken";
    QVERIFY(!runTiny(plan, straight).error);
    const TinyRun first = runTiny(plan, broken, {.stopAfter = stopAfter});
    QVERIFY(first.stopped);
    QVERIFY(fs::exists(broken / ("checkpoint-" + std::to_string(stopAfter))));
    const TinyRun second = runTiny(plan, broken, {.resume = true});
    QVERIFY2(!second.error, second.error ? second.error->what() : "");
    QVERIFY(second.find("resumed"));
    QVERIFY(filesBelow(straight / "final") == filesBelow(broken / "final"));
    QCOMPARE(files::read(straight / "checkpoint-20/optimizer.safetensors"),
             files::read(broken / "checkpoint-20/optimizer.safetensors"));
}

void tst_Training::aDamagedCheckpointIsPassedOver()
{
    const Json plan = tinyPlan(kFull, dropping({{"save_steps", 5}}));
    const fs::path straight = folder("undamaged"), damaged = folder("damaged");
    QVERIFY(!runTiny(plan, straight).error);
    QVERIFY(runTiny(plan, damaged, {.stopAfter = 15}).stopped);
    std::string bytes = files::read(damaged / "checkpoint-15/optimizer.safetensors");
    bytes[bytes.size() / 2] ^= 1;
    files::writeWhole(damaged / "checkpoint-15/optimizer.safetensors", bytes);
    const TinyRun rest = runTiny(plan, damaged, {.resume = true});
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QCOMPARE((*rest.find("resumed"))["step"].get<int>(), 10);
    const Json *warning = rest.find("warning");
    QVERIFY(warning && warning->dump().find("checkpoint-15") != std::string::npos);
    QVERIFY(filesBelow(straight / "final") == filesBelow(damaged / "final"));
    QVERIFY(comparableEvents(straight) == comparableEvents(damaged));
}

void tst_Training::resumingWithoutACheckpointStartsOver()
{
    const Json plan = tinyPlan(kFull, {{"max_steps", 3}});
    const TinyRun run = runTiny(plan, folder("fresh"), {.resume = true});
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    QCOMPARE(run.losses().size(), size_t(3));
    QVERIFY(run.find("warning") &&
            (*run.find("warning"))["message"]["id"] == "train.no_checkpoint");
}

void tst_Training::anotherNumberOfThreadsGoesOnAndIsSaid()
{
    const fs::path output = folder("threads");
    const Json plan = tinyPlan(kFull, {{"save_steps", 5}});
    QVERIFY(runTiny(plan, output, {.stopAfter = 5}).stopped);
    const TinyRun other = runTiny(plan, output, {.resume = true, .threads = 2, .stopAfter = 10});
    QVERIFY2(!other.error, other.error ? other.error->what() : "");
    QVERIFY(other.warnsOf("train.changed_machine"));
    QCOMPARE(other.losses().size(), size_t(5));
    const TinyRun same = runTiny(plan, output, {.resume = true, .threads = 2});
    QVERIFY2(!same.error, same.error ? same.error->what() : "");
    QVERIFY(!same.warnsOf("train.changed_machine"));
}

void tst_Training::changedSettingsAreShownBeforeARunGoesOn()
{
    const fs::path output = folder("changed");
    QVERIFY(runTiny(tinyPlan(kFull, {{"save_steps", 5}}), output, {.stopAfter = 5}).stopped);
    const Json other = tinyPlan(kFull, {{"save_steps", 5}, {"weight_decay", 0.25}});
    const TinyRun refused = runTiny(other, output, {.resume = true});
    QVERIFY(refused.error);
    QVERIFY2(QByteArray(refused.error->what()).contains("weight_decay"), refused.error->what());
    const TinyRun accepted = runTiny(other, output, {.resume = true, .acceptChanges = true});
    QVERIFY2(!accepted.error, accepted.error ? accepted.error->what() : "");
    QCOMPARE(accepted.losses().size(), size_t(15));
}

void tst_Training::anInfiniteLossStopsBeforeTheUpdate()
{
    const Json plan = overflowingPlan(tinyPlan(kFull, {}), folder("huge model"));
    const TinyRun run = runTiny(plan, folder("huge"));
    QVERIFY(run.error);
    QVERIFY2(QByteArray(run.error->what()).contains("Step 1"), run.error->what());
    QVERIFY(run.losses().empty());
    QVERIFY(run.find("error"));
}

void tst_Training::theBestModelIsKept()
{
    const fs::path output = folder("best");
    const TinyRun run = runTiny(tinyPlan(kFull, {{"max_steps", 30}, {"eval_steps", 3}}), output);
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    double lowest = INFINITY;
    int64_t step = 0;
    for (const Json &event : run.events) {
        if (event["event"] != "evaluation")
            continue;
        QCOMPARE(event["best"].get<bool>(), event["eval_loss"].get<double>() < lowest);
        if (event["best"].get<bool>()) {
            lowest = event["eval_loss"];
            step = event["step"];
        }
    }
    QCOMPARE((*run.find("done"))["best_step"].get<int64_t>(), step);
    QVERIFY(fs::exists(output / "best/model.safetensors"));
    QVERIFY(fs::exists(output / "best/tokenizer.json"));
    QVERIFY(fs::exists(output / "trainer_state.json"));
}

void tst_Training::earlyStoppingStops()
{
    // No gain is ever large enough, so patience ends after two validations beyond the first.
    const TinyRun run = runTiny(tinyPlan(kFull, {{"max_steps", 40},
                                                 {"eval_steps", 2},
                                                 {"early_stopping_patience", 2},
                                                 {"early_stopping_threshold", 100.0}}),
                                folder("early"));
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    QCOMPARE(run.losses().size(), size_t(6));
}

void tst_Training::aFullDiskKeepsTheLastGoodState()
{
    const Json plan = tinyPlan(kFull, dropping({{"save_steps", 5}}));
    const fs::path straight = folder("room"), full = folder("no room");
    QVERIFY(!runTiny(plan, straight).error);
    files::setFault([](files::Operation operation, const fs::path &path) {
        return operation == files::Operation::Write &&
                       path.string().find("checkpoint-10") != std::string::npos
                   ? ENOSPC
                   : 0;
    });
    const TinyRun failed = runTiny(plan, full);
    files::setFault({});
    QVERIFY(failed.error);
    QVERIFY(failed.error->code == Error::Code::Io);
    const TinyRun rest = runTiny(plan, full, {.resume = true});
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QCOMPARE((*rest.find("resumed"))["step"].get<int>(), 5);
    QVERIFY(filesBelow(straight / "final") == filesBelow(full / "final"));
    QVERIFY(comparableEvents(straight) == comparableEvents(full));
}

void tst_Training::aFolderWithoutTheRightToWriteIsNamed()
{
    const fs::path locked = folder("locked");
    files::setFault([&](files::Operation, const fs::path &path) {
        return path.string().starts_with(locked.string()) ? EACCES : 0;
    });
    const TinyRun run = runTiny(tinyPlan(kFull, {}), locked / "run");
    files::setFault({});
    QVERIFY(run.error);
    QVERIFY(run.error->code == Error::Code::Io);
    QVERIFY2(QByteArray(run.error->what()).contains(locked.c_str()), run.error->what());
    QVERIFY(run.losses().empty());
    QVERIFY(!fs::exists(locked));
}

void tst_Training::aNewHeadLearnsAtARateOfItsOwn()
{
    constexpr double rate = 1e-3;
    const auto trained = [&](const Json &base, double ratio, const char *name) {
        Json plan = base;
        plan["training"].update({{"max_steps", 1},
                                 {"warmup_steps", 0},
                                 {"weight_decay", 0},
                                 {"learning_rate", rate},
                                 {"new_head_lr_ratio", ratio}});
        const TinyRun run = runTiny(plan, folder(name));
        return run.error ? decltype(tensorsOf({}))() : tensorsOf(folder(name) / "final");
    };
    const auto apart = [](const auto &a, const auto &b) {
        double largest = 0;
        for (size_t i = 0; i < a.size(); ++i)
            largest = std::max(largest, double(std::abs(a[i] - b[i])));
        return largest;
    };
    const Json headless = headlessPlan(tinyPlan(kFull, {}), folder("headless"));
    auto alike = trained(headless, 1, "alike"), faster = trained(headless, 10, "faster");
    QVERIFY(!alike.empty() && alike.size() == faster.size());
    // Adam's first step moves every weight by the rate.
    const double head = apart(alike["classifier.weight"], faster["classifier.weight"]);
    QVERIFY2(std::abs(head - 9 * rate) < 1e-5, qPrintable(QString::number(head)));
    QVERIFY(apart(alike["bert.pooler.dense.weight"], faster["bert.pooler.dense.weight"]) > 0);
    const std::string block = "bert.encoder.layer.1.output.dense.weight";
    QVERIFY(alike[block] == faster[block]);
    // A head that the files hold is not new.
    QVERIFY(trained(tinyPlan(kFull, {}), 1, "own") == trained(tinyPlan(kFull, {}), 10, "own 10"));
}

QTEST_APPLESS_MAIN(tst_Training)
#include "tst_training.moc"
