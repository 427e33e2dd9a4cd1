// SPDX-License-Identifier: GPL-3.0-or-later
// Adapter folders with faults: one sentence that names them all, and nothing trained.
#include "tests/support/tiny_run.h"

#include "core/base/files.h"
#include "core/evaluate/predict.h"
#include "core/train/engine_info.h"
#include "core/weights/safetensors.h"

#include <QtTest>

#include <list>

using namespace luthier;
namespace fs = std::filesystem;

class tst_Adapters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSoundOneGoesOn();
    void refusesConfig_data();
    void refusesConfig();
    void refusesTensors_data();
    void refusesTensors();
    void aRankFarTooHighTakesNoMemory();
    void anotherBaseIsRefused_data();
    void anotherBaseIsRefused();

private:
    TinyRun trainFrom(const fs::path &adapter, const fs::path &model = {});
    void compareRefusal(const TinyRun &run, const QByteArray &id, const QByteArrayList &named);

    QTemporaryDir m_all{QDir::tempPath() + QStringLiteral("/adapters 어댑터 XXXXXX")};
    fs::path m_folder;
    int m_count = 0;
};

namespace {

using Change = std::function<void(const fs::path &adapter)>;

const std::string kQuery = "base_model.model.bert.encoder.layer.0.attention.self.query.lora_A."
                           "weight";

fs::path stored(const char *name)
{
    return fs::path(LUTHIER_TEST_DATA) / "parity" / name;
}

/// One key of adapter_config.json.
Change withKey(const char *key, const Json &value)
{
    return [=](const fs::path &adapter) {
        Json config = readJson(adapter / "adapter_config.json");
        config[key] = value;
        writeJson(adapter / "adapter_config.json", config);
    };
}

Change withoutKey(const char *key)
{
    return [=](const fs::path &adapter) {
        Json config = readJson(adapter / "adapter_config.json");
        config.erase(key);
        writeJson(adapter / "adapter_config.json", config);
    };
}

/// A number as it is written in the file, which JSON may not know.
Change withWritten(const std::string &written)
{
    return [=](const fs::path &adapter) {
        const fs::path file = adapter / "adapter_config.json";
        std::string text = files::read(file);
        const std::string alpha = "\"lora_alpha\": 8";
        text.replace(text.find(alpha), alpha.size(), "\"lora_alpha\": " + written);
        files::writeWhole(file, text);
    };
}

/// The tensors under other names or shapes; an empty name leaves one out.
Change withTensors(const std::function<void(TensorEntry &entry)> &edit)
{
    return [=](const fs::path &adapter) {
        const fs::path file = adapter / "adapter_model.safetensors";
        const SafetensorsFile tensors = SafetensorsFile::open(file);
        std::list<std::vector<float>> kept;
        std::vector<TensorEntry> entries;
        for (const auto &[name, info] : tensors.tensors()) {
            kept.emplace_back(info.elements());
            tensors.readAsFloat(info, kept.back());
            TensorEntry entry{name, DType::F32, info.shape, std::as_bytes(std::span(kept.back()))};
            edit(entry);
            if (!entry.name.empty())
                entries.push_back(entry);
        }
        writeSafetensors(file, entries);
    };
}

} // namespace

Q_DECLARE_METATYPE(Change)

void tst_Adapters::init()
{
    m_folder = fs::path(m_all.path().toStdString()) / std::to_string(m_count++);
    fs::create_directory(m_folder);
    fs::copy(stored("bert-tiny-lora/adapter"), m_folder / "adapter");
}

TinyRun tst_Adapters::trainFrom(const fs::path &adapter, const fs::path &model)
{
    Json plan = tinyPlan({{"type", "lora"}, {"adapter", adapter.string()}}, {{"max_steps", 2}});
    plan["model"]["path"] = (model.empty() ? stored("bert-tiny-lora/model") : model).string();
    return runTiny(plan, m_folder / "run");
}

void tst_Adapters::compareRefusal(const TinyRun &run, const QByteArray &id,
                                  const QByteArrayList &named)
{
    QVERIFY(run.error);
    const QByteArray sentence = run.error->what();
    QVERIFY2(run.error->message.id == id.toStdString(),
             (run.error->message.id + ": " + sentence.constData()).c_str());
    for (const QByteArray &part : named)
        QVERIFY2(sentence.contains(part), (part + " is not in: " + sentence).constData());
    QVERIFY(sentence.size() < 1000);
    QVERIFY(!fs::exists(m_folder / "run"));
}

void tst_Adapters::aSoundOneGoesOn()
{
    const TinyRun run = trainFrom(m_folder / "adapter");
    QVERIFY2(!run.error, run.error ? run.error->what() : "");
    QCOMPARE(run.losses().size(), size_t(2));
}

void tst_Adapters::refusesConfig_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("id");
    const auto add = [](const char *tag, const Change &change, const char *id) {
        QTest::newRow(tag) << change << QByteArray(id);
    };
    const char *values = "methods.adapter_values";
    add("D6 rank 0", withKey("r", 0), values);
    add("D6 rank below 0", withKey("r", -4), values);
    add("D6 rank as text", withKey("r", "4"), values);
    add("D6 rank 2^40", withKey("r", int64_t(1) << 40), values);
    add("D6 alpha 0", withKey("lora_alpha", 0), values);
    add("D6 alpha null", withKey("lora_alpha", nullptr), values);
    add("D6 alpha absent", withoutKey("lora_alpha"), values);
    add("D6 alpha NaN", withWritten("NaN"), "json.syntax");
    add("D6 alpha 1e999", withWritten("1e999"), "json.syntax");
    add("D6 dropout 1", withKey("lora_dropout", 1.0), values);
    add("D6 no targets", withoutKey("target_modules"), values);
    add("D6 targets are numbers", withKey("target_modules", Json::array({1, 2})), values);
    add("D6 saved modules are numbers", withKey("modules_to_save", Json::array({1})), values);
    add("D6 another kind", withKey("peft_type", "IA3"), "methods.adapter_kind");
    add("D6 kind is a number", withKey("peft_type", 7), "methods.adapter_kind");
    add("D6 no kind", withoutKey("peft_type"), "methods.adapter_kind");
    add("D6 DoRA", withKey("use_dora", true), "methods.adapter_option");
    add("D6 ranks of their own", withKey("rank_pattern", {{"query", 2}}), "methods.adapter_option");
    add("D6 trained biases", withKey("bias", "all"), "methods.adapter_option");
}

void tst_Adapters::refusesConfig()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, id);
    change(m_folder / "adapter");
    compareRefusal(trainFrom(m_folder / "adapter"), id, {"adapter_config.json"});
}

void tst_Adapters::refusesTensors_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArrayList>("named");
    const auto add = [](const char *tag, const Change &change, const char *id,
                        const QByteArrayList &named) {
        QTest::newRow(tag) << change << QByteArray(id) << named;
    };
    const char *mismatch = "methods.adapter_mismatch";
    const QByteArray query = QByteArray::fromStdString(kQuery);
    add("D6 another rank than its tensors have", withKey("r", 2), mismatch,
        {"differ: 8 ", query + " [2, 36] ≠ [4, 36]", ", …"});
    add("D6 a tensor that the base has no place for", withTensors([](TensorEntry &entry) {
            if (entry.name == kQuery)
                entry.name = "base_model.model.gpt.h.0.attn.lora_A.weight";
        }),
        mismatch,
        {"differ: 2 ", query + " [4, 36] ≠ –",
         "base_model.model.gpt.h.0.attn.lora_A.weight – ≠ [4, 36]"});
    add("D6 tensors of another width", withTensors([](TensorEntry &entry) {
            if (entry.name.ends_with("lora_A.weight"))
                entry.shape = {36, 4};
        }),
        mismatch,
        {"differ: 4 ", query + " [4, 36] ≠ [36, 4]",
         "layer.1.attention.self.value.lora_A.weight [4, 36] ≠ [36, 4]"});
    add("D6 a tensor is missing", withTensors([](TensorEntry &entry) {
            if (entry.name == kQuery)
                entry.name.clear();
        }),
        mismatch, {"differ: 1 ", query});
    add("D6 no tensors at all",
        [](const fs::path &adapter) { fs::remove(adapter / "adapter_model.safetensors"); },
        "weights.read", {"adapter_model.safetensors"});
}

void tst_Adapters::refusesTensors()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, id);
    QFETCH(QByteArrayList, named);
    change(m_folder / "adapter");
    compareRefusal(trainFrom(m_folder / "adapter"), id, named);
}

void tst_Adapters::aRankFarTooHighTakesNoMemory()
{
    const fs::path adapter = m_folder / "adapter";
    withKey("target_modules", "all-linear")(adapter);
    const auto refused = [&](int64_t rank) {
        withKey("r", rank)(adapter);
        const QByteArray shape = " [" + QByteArray::number(qint64(rank)) + ", 36] ≠ [4, 36]";
        compareRefusal(trainFrom(adapter), "methods.adapter_mismatch", {shape});
        return peakMemoryBytes();
    };
    const int64_t before = refused(2);
    // Its additions would take 300 MB.
    const int64_t after = refused(65536);
    QVERIFY2(after - before < int64_t(32) << 20, qPrintable(QString::number(after - before)));
}

void tst_Adapters::anotherBaseIsRefused_data()
{
    QTest::addColumn<bool>("training");
    QTest::newRow("D6 training on another base") << true;
    QTest::newRow("D6 answers with another base") << false;
}

void tst_Adapters::anotherBaseIsRefused()
{
    QFETCH(bool, training);
    // Equal in all shapes.
    const fs::path other = stored("bert-tiny-several/model");
    const TinyRun own = trainFrom(m_folder / "adapter");
    QVERIFY2(!own.error, own.error ? own.error->what() : "");
    fs::rename(m_folder / "run", m_folder / "own");
    const fs::path adapter = m_folder / "own/final";
    if (training) {
        compareRefusal(trainFrom(adapter, other), "train.adapter_base",
                       {QByteArray::fromStdString(adapter.string()),
                        QByteArray::fromStdString(other.string())});
        const TinyRun run = trainFrom(adapter);
        QVERIFY2(!run.error, run.error ? run.error->what() : "");
        return;
    }
    PredictRequest request{.model = {.model = adapter, .base = other}, .texts = {"leaf"}};
    const auto answered = predict(request, {}, [](const Json &) { QFAIL("answered"); });
    QVERIFY(!answered);
    QCOMPARE(answered.error().message.id, std::string("models.wrong_base"));
    request.model.base = stored("bert-tiny-lora/model");
    QVERIFY(predict(request, {}, [](const Json &) {}));
}

QTEST_APPLESS_MAIN(tst_Adapters)
#include "tst_adapters.moc"
