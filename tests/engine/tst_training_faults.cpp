// SPDX-License-Identifier: GPL-3.0-or-later
// Models and numbers that a run must not stumble over.
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/models/catalog.h"
#include "core/runs/checkpoint.h"
#include "core/runs/event_log.h"
#include "core/train/prepared_run.h"

#include <QtTest>

#include <cmath>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

using namespace luthier;
namespace fs = std::filesystem;

class tst_TrainingFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConfigFarTooWideTakesNoMemory_data();
    void aConfigFarTooWideTakesNoMemory();
    void weightsThatAreNoNumbersAreRefusedUnlessAccepted_data();
    void weightsThatAreNoNumbersAreRefusedUnlessAccepted();
    void aLateOverflowKeepsTheCheckpointBeforeIt();
    void asManyCheckpointsStayAsAsked();
    void aBatchThatNeedsTooMuchMemoryIsSaid();
    void aModelThatIsAllFrozenIsRefused();

private:
    fs::path folder(const std::string &name)
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/lu thier 한글 XXXXXX")};
};

namespace {

const Json kFull{{"type", "full"}};

/// While it lives, this process gets little more memory than it has.
class LittleMemory
{
public:
    explicit LittleMemory(rlim_t more)
    {
        uint64_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        getrlimit(RLIMIT_AS, &m_before);
        const rlimit limit{pages * uint64_t(sysconf(_SC_PAGESIZE)) + more, m_before.rlim_max};
        m_set = setrlimit(RLIMIT_AS, &limit) == 0;
    }
    ~LittleMemory() { setrlimit(RLIMIT_AS, &m_before); }

    bool isSet() const { return m_set; }

private:
    rlimit m_before{};
    bool m_set = false;
};

std::vector<int64_t> stepsOf(const std::vector<Checkpoint> &all)
{
    std::vector<int64_t> steps;
    for (const Checkpoint &checkpoint : all)
        steps.push_back(checkpoint.step);
    return steps;
}

/// Rows in batches of four; those of batch `odd` have a word that no other row has.
void writeRows(const fs::path &file, int64_t batches, int64_t odd)
{
    std::string text = "text,label\n";
    for (int64_t batch = 1; batch <= batches; ++batch)
        for (const char *row : {"apple brick,red", "moss leaf,green", "lake rain,blue", "rose,red"})
            text += (batch == odd ? "whale " : "") + std::string(row) + "\n";
    files::writeWhole(file, text);
}

} // namespace

void tst_TrainingFaults::aConfigFarTooWideTakesNoMemory_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model :
         {"bert-tiny-full", "roberta-tiny-full", "electra-tiny-full", "distilbert-tiny-full"})
        QTest::newRow(model) << model;
}

void tst_TrainingFaults::aConfigFarTooWideTakesNoMemory()
{
    QFETCH(QString, model);
    const fs::path base = folder("wide " + model.toStdString());
    const Json plan = editedPlan(
        tinyPlan(kFull, {}), base,
        [](const std::string &name, std::vector<float> &) {
            return name.find("classifier") == std::string::npos &&
                   name.find("pooler") == std::string::npos;
        },
        model.toStdString());
    // Its new head alone would take 17 GB.
    Json config = readJson(base / "config.json");
    const bool distil = config["model_type"] == "distilbert";
    config[distil ? "dim" : "hidden_size"] = 65536;
    config[distil ? "n_heads" : "num_attention_heads"] = 4;
    writeJson(base / "config.json", config);
    const LittleMemory little(rlim_t(1) << 30);
    QVERIFY(little.isSet());
    const TinyRun run = runTiny(plan, folder("run of wide " + model.toStdString()));
    QVERIFY(run.error);
    QVERIFY2(run.error->message.id == "models.shape", run.error->what());
    QVERIFY2(QByteArray(run.error->what()).contains("65536"), run.error->what());
}

void tst_TrainingFaults::weightsThatAreNoNumbersAreRefusedUnlessAccepted_data()
{
    QTest::addColumn<float>("value");
    QTest::newRow("A17 NaN") << float(NAN);
    QTest::newRow("A17 infinite") << float(INFINITY);
}

void tst_TrainingFaults::weightsThatAreNoNumbersAreRefusedUnlessAccepted()
{
    QFETCH(float, value);
    const std::string name = std::isnan(value) ? "nan" : "infinite",
                      tensor = "bert.embeddings.position_embeddings.weight";
    // At the last position, which no row of this data reaches.
    const Json plan = editedPlan(tinyPlan(kFull, {{"max_steps", 4}}), folder(name + " model"),
                                 [&](const std::string &each, std::vector<float> &values) {
                                     if (each == tensor)
                                         values.back() = value;
                                     return true;
                                 });
    const fs::path output = folder(name);
    const TinyRun refused = runTiny(plan, output);
    QVERIFY(refused.error);
    QCOMPARE(refused.error->message.id, std::string("models.non_finite"));
    for (const std::string &said : {tensor, std::string("--accept-non-finite")})
        QVERIFY2(QByteArray(refused.error->what()).contains(said.c_str()), refused.error->what());
    QVERIFY2(!fs::exists(output), "a plan that is refused leaves no run");

    const TinyRun accepted = runTiny(plan, output, {.acceptNonFinite = true});
    QVERIFY2(!accepted.error, accepted.error ? accepted.error->what() : "");
    QCOMPARE(accepted.losses().size(), size_t(4));
    QVERIFY(accepted.warnsOf("models.non_finite"));
}

void tst_TrainingFaults::aLateOverflowKeepsTheCheckpointBeforeIt()
{
    constexpr size_t whale = 39, hidden = 36;
    Json plan =
        editedPlan(tinyPlan(kFull, {{"max_steps", 8},
                                    {"per_device_train_batch_size", 4},
                                    {"shuffle", false},
                                    {"eval_steps", 8},
                                    {"save_steps", 5}}),
                   folder("whale model"), [](const std::string &name, std::vector<float> &values) {
                       if (name == "bert.embeddings.word_embeddings.weight")
                           std::fill_n(values.begin() + whale * hidden, hidden, 3e38f);
                       return true;
                   });
    const fs::path data = folder("whale.csv"), output = folder("whale");
    writeRows(data, 8, 7);
    plan["dataset"]["train"] = data.string();
    writeRows(folder("calm.csv"), 1, 0);
    plan["dataset"]["validation"] = folder("calm.csv").string();
    const TinyRun broken = runTiny(plan, output);
    QVERIFY(broken.error);
    QCOMPARE(broken.error->message.id, std::string("train.non_finite"));
    for (const std::string &said : {std::string("Step 7"), (output / "checkpoint-5").string(),
                                    std::string("learning_rate"), std::string("max_grad_norm")})
        QVERIFY2(QByteArray(broken.error->what()).contains(said.c_str()), broken.error->what());
    QCOMPARE(broken.losses().size(), size_t(6));
    QCOMPARE(broken.events.back()["event"].get<std::string>(), std::string("error"));

    writeRows(data, 8, 0);
    const TinyRun rest = runTiny(plan, output, {.resume = true, .acceptChanges = true});
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QCOMPARE((*rest.find("resumed"))["step"].get<int>(), 5);
    QCOMPARE(rest.losses().size(), size_t(3));
    QVERIFY(rest.find("done"));
}

void tst_TrainingFaults::asManyCheckpointsStayAsAsked()
{
    const Json plan =
        tinyPlan(kFull, {{"max_steps", 12}, {"save_steps", 2}, {"save_total_limit", 2}});
    const fs::path output = folder("limited");
    QVERIFY(runTiny(plan, output, {.stopAfter = 7}).stopped);
    QCOMPARE(stepsOf(checkpoints(output)), (std::vector<int64_t>{6, 7}));
    const TinyRun rest = runTiny(plan, output, {.resume = true});
    QVERIFY2(!rest.error, rest.error ? rest.error->what() : "");
    QCOMPARE(stepsOf(checkpoints(output)), (std::vector<int64_t>{10, 12}));
    QCOMPARE(newestComplete(output).newest->step, int64_t(12));
}

void tst_TrainingFaults::aBatchThatNeedsTooMuchMemoryIsSaid()
{
    std::string rows = "text,label\n";
    for (int i = 0; i < 20000; ++i)
        for (const char *row : {"apple brick rose ruby,red", "moss leaf grass fern,green",
                                "lake rain ocean whale,blue"})
            rows += std::to_string(i) + " " + row + "\n";
    files::writeWhole(folder("many.csv"), rows);
    Json plan = tinyPlan(kFull, {{"max_steps", 2}, {"per_device_train_batch_size", 60000}});
    plan["dataset"]["train"] = folder("many.csv").string();
    const fs::path output = folder("too large");
    const LittleMemory little(rlim_t(300) << 20);
    QVERIFY(little.isSet());
    const TinyRun run = runTiny(plan, output);
    QVERIFY(run.error);
    QVERIFY2(run.error->message.id == "base.out_of_memory", run.error->what());
    Json last;
    readEvents(output / "events.jsonl", [&last](const Json &event) { last = event; });
    QCOMPARE(last["event"].get<std::string>(), std::string("error"));
    QCOMPARE(last["message"]["id"].get<std::string>(), std::string("base.out_of_memory"));
}

void tst_TrainingFaults::aModelThatIsAllFrozenIsRefused()
{
    const ModelFolder files =
        ModelFolder::open(fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model");
    const WeightSet weights = WeightSet::open(files.path());
    const ConfigReader config = files.configReader();
    const auto model =
        familyOf(config).create({files.path().string(), config, weights}, {.labels = 3});
    try {
        refuseWithoutTrainable(*model);
        QFAIL("not refused");
    } catch (const Error &error) {
        QCOMPARE(error.message.id, std::string("train.nothing_trains"));
    }
    model->parameters().all().front().value.set_requires_grad(true);
    refuseWithoutTrainable(*model);
}

QTEST_APPLESS_MAIN(tst_TrainingFaults)
#include "tst_training_faults.moc"
