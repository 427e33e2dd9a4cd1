// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetensors_bytes.h"

#include "core/weights/model_folder.h"
#include "core/weights/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace luthier;
using namespace luthier::test;

namespace {

const std::string goodConfig =
    R"({"model_type":"bert","hidden_size":32,"layer_norm_eps":1e-12,"tie":true,"pad":null})";

} // namespace

class TestModelFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsWhatIsThere();
    void sumsShards();
    void refusesConfig_data();
    void refusesConfig();
    void acceptsByteOrderMark();
    void readsSettings();
    void refusesSettings_data();
    void refusesSettings();
    void opensCache_data();
    void opensCache();
    void refusesCache_data();
    void refusesCache();
    void refusesLinksOutOfTheFolder();
    void customCodeIsToldAndRefused_data();
    void customCodeIsToldAndRefused();
    void opensAdapterAlone();
    void refusesMissingFolder();

private:
    QTemporaryDir m_all;
    fs::path m_folder;
    int m_count = 0;
};

void TestModelFolder::init()
{
    m_folder = fs::path(m_all.path().toStdString()) / ("모델 folder " + std::to_string(m_count++));
    fs::create_directories(m_folder);
}

void TestModelFolder::listsWhatIsThere()
{
    put(m_folder / "config.json", goodConfig);
    put(m_folder / "model.safetensors", fileBytes("{}"));
    put(m_folder / "tokenizer.json", "{}");
    put(m_folder / "1_Pooling/config.json", "{}");

    const ModelFolder model = ModelFolder::open(m_folder);

    QCOMPARE(model.path(), m_folder);
    QVERIFY(!model.isAdapter());
    QCOMPARE(model.config().at("hidden_size").get<int>(), 32);
    QCOMPARE(model.files().weights, (std::vector<fs::path>{m_folder / "model.safetensors"}));
    QCOMPARE(model.files().weightBytes, uint64_t(10));
    QVERIFY(model.files().tokenizer == m_folder / "tokenizer.json");
    QVERIFY(model.files().pooling == m_folder / "1_Pooling/config.json");
    QVERIFY(!model.files().vocabulary && !model.files().adapterConfig && !model.files().modules);
}

void TestModelFolder::sumsShards()
{
    put(m_folder / "config.json", goodConfig);
    put(m_folder / "a.safetensors", std::string(100, 'a'));
    put(m_folder / "b.safetensors", std::string(23, 'b'));
    put(m_folder / "model.safetensors.index.json",
        R"({"weight_map":{"x":"a.safetensors","y":"b.safetensors","z":"a.safetensors"}})");
    const ModelFolder model = ModelFolder::open(m_folder);
    QCOMPARE(model.files().weights.size(), size_t(2));
    QCOMPARE(model.files().weightBytes, uint64_t(123));
}

void TestModelFolder::refusesConfig_data()
{
    QTest::addColumn<std::string>("config");
    QTest::addColumn<std::string>("part");
    const auto row = [](const char *name, const std::string &config, const std::string &part) {
        QTest::newRow(name) << config << part;
    };
    row("D1 missing", "<none>", "has no config.json; choose the folder");
    row("D1 empty", "", "config.json is empty");
    row("D1 only a byte order mark", "\xEF\xBB\xBF", "config.json is not valid JSON");
    row("D1 comment", "{\"a\":1, // no\n\"b\":2}", "config.json is not valid JSON at byte 9");
    row("D1 block comment", "{/* no */\"b\":2}", "config.json is not valid JSON at byte 2");
    row("D1 NaN", "{\"a\":NaN}", "config.json is not valid JSON at byte 6");
    row("D1 Infinity", "{\"a\":[0.0,Infinity]}", "config.json is not valid JSON at byte 11");
    row("D1 trailing comma", "{\"a\":1,}", "config.json is not valid JSON at byte 8");
    row("D1 Python text", "{'a': None}", "config.json is not valid JSON at byte 2");
    row("D1 array", "[{}]", "config.json is not a JSON object");
    row("D1 null", "null", "config.json is not a JSON object");
    row("D1 key twice", "{\"hidden_size\":8,\"hidden_size\":16}",
        "names the key hidden_size twice");
    row("D1 100,000 deep", "{\"a\":" + std::string(100'000, '['), "nested deeper than 64 levels");
    row("D1 not UTF-8", "{\"a\":\"\xFF\"}", "config.json is not valid JSON at byte");
    row("D1 17 MB", std::string(17 << 20, ' ') + "{}", "more than the 16777216");
}

void TestModelFolder::refusesConfig()
{
    QFETCH(std::string, config);
    QFETCH(std::string, part);
    if (config != "<none>")
        put(m_folder / "config.json", config);

    const std::string sentence = refusal([&] { ModelFolder::open(m_folder); });

    QVERIFY2(sentence.find(part) != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find(m_folder.string()) != std::string::npos, sentence.c_str());
    QVERIFY2(isSentence(sentence), sentence.c_str());
}

void TestModelFolder::acceptsByteOrderMark()
{
    put(m_folder / "config.json", "\xEF\xBB\xBF" + goodConfig);
    QCOMPARE(ModelFolder::open(m_folder).config().at("model_type").get<std::string>(),
             std::string("bert"));
}

void TestModelFolder::readsSettings()
{
    put(m_folder / "config.json", goodConfig);
    const ModelFolder model = ModelFolder::open(m_folder);
    const ConfigReader config = model.configReader();
    QCOMPARE(config.whole("hidden_size", 1, 32), int64_t(32));
    QCOMPARE(config.whole("absent", 1, 9, 7), int64_t(7));
    QCOMPARE(config.whole("pad", 0, 9, 3), int64_t(3));
    QCOMPARE(config.number("layer_norm_eps", 0, 1), 1e-12);
    QCOMPARE(config.number("hidden_size", 0, 100), 32.0);
    QCOMPARE(config.number("dropout", 0, 1, 0.1), 0.1);
    QCOMPARE(config.text("model_type"), std::string("bert"));
    QCOMPARE(config.text("hidden_act", "gelu"), std::string("gelu"));
    QCOMPARE(config.flag("tie"), true);
    QCOMPARE(config.flag("absent", false), false);
    QVERIFY(config.find("tie") && !config.find("pad") && !config.find("absent"));
}

void TestModelFolder::refusesSettings_data()
{
    using Read = std::function<void(const ConfigReader &)>;
    QTest::addColumn<std::string>("value");
    QTest::addColumn<Read>("read");
    QTest::addColumn<std::string>("part");
    const Read layers = [](const ConfigReader &config) { config.whole("key", 1, 1000); };
    const Read vocabulary = [](const ConfigReader &config) {
        config.whole("key", 1, 10'000'000, 5);
    };
    const Read dropout = [](const ConfigReader &config) { config.number("key", 0, 1, 0.1); };
    const std::string whole = "for key, where a whole number from 1 to 1000 is allowed";
    for (const char *value : {"0", "1000000000", "-1", "12.0", "1.5", "1e30", "\"12\"", "true",
                              "[12]", "18446744073709551615", "9223372036854775808"})
        QTest::newRow((std::string("D2 layers ") + value).c_str())
            << std::string(value) << layers
            << (value == std::string("1e30") ? "has 1e+30 " : std::string("has ") + value + " ") +
                   whole;
    QTest::newRow("D2 vocabulary 2^31")
        << std::string("2147483648") << vocabulary
        << std::string("has 2147483648 for key, where a whole number from 1 to 10000000");
    QTest::newRow("D2 required key absent")
        << std::string("null") << layers << std::string("lacks key");
    QTest::newRow("D2 dropout 1.5")
        << std::string("1.5") << dropout
        << std::string("has 1.5 for key, where a number from 0 to 1 is");
    QTest::newRow("D2 dropout as text")
        << std::string("\"0,1\"") << dropout << std::string("the JSON type number is needed");
    QTest::newRow("D2 text as number")
        << std::string("1") << Read([](const ConfigReader &config) { config.text("key"); })
        << std::string("has 1 for key, where the JSON type string is needed");
    QTest::newRow("D2 flag as number")
        << std::string("1") << Read([](const ConfigReader &config) { config.flag("key", true); })
        << std::string("has 1 for key, where the JSON type boolean is needed");
    QTest::newRow("D2 text of a megabyte")
        << std::string("\"") + std::string(1 << 20, 'm') + "\"" << layers << std::string("mmm...");
}

void TestModelFolder::refusesSettings()
{
    QFETCH(std::string, value);
    QFETCH(std::function<void(const ConfigReader &)>, read);
    QFETCH(std::string, part);
    put(m_folder / "config.json", "{\"key\":" + value + "}");
    const ModelFolder model = ModelFolder::open(m_folder);

    const std::string sentence = refusal([&] { read(model.configReader()); });

    QVERIFY2(sentence.find(part) != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find((m_folder / "config.json").string()) != std::string::npos,
             sentence.c_str());
    QVERIFY2(isSentence(sentence), sentence.c_str());
}

namespace {

/// A cache folder as huggingface_hub lays it out, with one revision.
fs::path putCache(const fs::path &parent, const std::string &revision)
{
    const fs::path cache = parent / "models--org--name";
    const fs::path snapshot = cache / "snapshots" / revision;
    put(cache / "blobs/c0", goodConfig);
    put(cache / "blobs/w0", fileBytes("{}"));
    put(cache / "blobs/p0", "{}");
    fs::create_directories(snapshot / "1_Pooling");
    fs::create_symlink("../../blobs/c0", snapshot / "config.json");
    fs::create_symlink("../../blobs/w0", snapshot / "model.safetensors");
    fs::create_symlink("../../../blobs/p0", snapshot / "1_Pooling/config.json");
    return cache;
}

} // namespace

void TestModelFolder::opensCache_data()
{
    QTest::addColumn<std::string>("place");
    QTest::addColumn<bool>("reference");
    QTest::newRow("folder of the model") << std::string("models--org--name") << true;
    QTest::newRow("with a slash at the end") << std::string("models--org--name/") << true;
    QTest::newRow("snapshots") << std::string("models--org--name/snapshots") << true;
    QTest::newRow("snapshot itself") << std::string("models--org--name/snapshots/abc123") << true;
    QTest::newRow("single snapshot without refs/main") << std::string("models--org--name") << false;
}

void TestModelFolder::opensCache()
{
    QFETCH(std::string, place);
    QFETCH(bool, reference);
    const fs::path cache = putCache(m_folder, "abc123");
    if (reference) {
        put(cache / "refs/main", "abc123\n");
        fs::create_directories(cache / "snapshots/older");
    }

    const ModelFolder model = ModelFolder::open(m_folder / place);

    QVERIFY(fs::equivalent(model.path(), cache / "snapshots/abc123"));
    QCOMPARE(model.configReader().whole("hidden_size", 1, 100), int64_t(32));
    QCOMPARE(model.files().weights.size(), size_t(1));
    QCOMPARE(model.files().weightBytes, uint64_t(10));
    QVERIFY(model.files().pooling.has_value());
}

void TestModelFolder::refusesCache_data()
{
    using Damage = std::function<void(const fs::path &)>;
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<std::string>("part");
    const auto row = [](const char *name, const std::string &part, Damage damage) {
        QTest::newRow(name) << damage << part;
    };
    row("refs/main leads out", "no path inside",
        [](const fs::path &cache) { put(cache / "refs/main", ".."); });
    row("refs/main with a path", "names no revision",
        [](const fs::path &cache) { put(cache / "refs/main", "../../x"); });
    row("refs/main empty", "names no revision",
        [](const fs::path &cache) { put(cache / "refs/main", "\n"); });
    row("refs/main names what is absent", "revision fedcba in",
        [](const fs::path &cache) { put(cache / "refs/main", "fedcba"); });
    row("two snapshots without refs/main", "has no refs/main",
        [](const fs::path &cache) { fs::create_directories(cache / "snapshots/older"); });
    row("no snapshots", "has no refs/main",
        [](const fs::path &cache) { fs::remove_all(cache / "snapshots"); });
    row("blob missing", "a link whose target cannot be found",
        [](const fs::path &cache) { fs::remove(cache / "blobs/c0"); });
    row("blob of another model", "leads out of the folder", [](const fs::path &cache) {
        put(cache.parent_path() / "models--org--other/blobs/c0", goodConfig);
        fs::remove(cache / "snapshots/abc123/config.json");
        fs::create_symlink("../../../models--org--other/blobs/c0",
                           cache / "snapshots/abc123/config.json");
    });
    row("snapshot outside", "leads out of the folder", [](const fs::path &cache) {
        put(cache.parent_path() / "elsewhere/config.json", goodConfig);
        fs::remove_all(cache / "snapshots/abc123");
        fs::create_directory_symlink("../../elsewhere", cache / "snapshots/abc123");
        put(cache / "refs/main", "abc123");
    });
}

void TestModelFolder::refusesCache()
{
    QFETCH(std::function<void(const fs::path &)>, damage);
    QFETCH(std::string, part);
    const fs::path cache = putCache(m_folder, "abc123");
    damage(cache);

    const std::string sentence = refusal([&] { ModelFolder::open(cache); });

    QVERIFY2(sentence.find(part) != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find(cache.string()) != std::string::npos, sentence.c_str());
    QVERIFY2(isSentence(sentence), sentence.c_str());
}

void TestModelFolder::refusesLinksOutOfTheFolder()
{
    put(m_folder / "model/config.json", goodConfig);
    put(m_folder / "secret", "{}");
    put(m_folder / "outside/config.json", "{}");
    for (const char *name :
         {"tokenizer.json", "vocab.txt", "tokenizer_config.json", "special_tokens_map.json",
          "adapter_config.json", "modules.json", "model.safetensors", "1_Pooling"}) {
        fs::create_symlink(name == std::string("1_Pooling") ? "../outside" : "../secret",
                           m_folder / "model" / name);
        const std::string sentence = refusal([&] { ModelFolder::open(m_folder / "model"); });
        QVERIFY2(sentence.find(name) != std::string::npos &&
                     sentence.find("leads out") != std::string::npos,
                 name);
        fs::remove(m_folder / "model" / name);
    }
    QCOMPARE(refusal([&] { ModelFolder::open(m_folder / "model"); }), std::string());
}

void TestModelFolder::customCodeIsToldAndRefused_data()
{
    QTest::addColumn<std::string>("config");
    QTest::addColumn<std::vector<std::string>>("code");
    QTest::newRow("D3 code of its own")
        << std::string(R"({"auto_map":{"AutoModel":"modeling_x.XModel"}})")
        << std::vector<std::string>{"modeling_x.XModel"};
    QTest::newRow("D3 code of another place")
        << std::string(R"({"auto_map":{"AutoConfig":"configuration_x.XConfig",)"
                       R"("AutoModel":["org/repo--modeling_x.XModel",null]}})")
        << std::vector<std::string>{"configuration_x.XConfig", "org/repo--modeling_x.XModel"};
}

void TestModelFolder::customCodeIsToldAndRefused()
{
    QFETCH(std::string, config);
    QFETCH(std::vector<std::string>, code);
    put(m_folder / "config.json", config);
    const ModelFolder model = ModelFolder::open(m_folder);
    QCOMPARE(model.customCode(), code);
    const std::string sentence = refusal([&] { model.refuseCustomCode(); });
    QVERIFY2(isSentence(sentence) &&
                 sentence.find("(" + code.front() + "), which is never run") != std::string::npos,
             sentence.c_str());

    put(m_folder / "config.json", goodConfig);
    ModelFolder::open(m_folder).refuseCustomCode();
    QVERIFY(ModelFolder::open(m_folder).customCode().empty());
}

void TestModelFolder::opensAdapterAlone()
{
    put(m_folder / "adapter_config.json", "{}");
    put(m_folder / "adapter_model.safetensors", fileBytes("{}"));
    const ModelFolder model = ModelFolder::open(m_folder);
    QVERIFY(model.isAdapter());
    QVERIFY(model.files().adapterConfig && model.files().adapterWeights &&
            model.files().weights.empty());
    QVERIFY(model.customCode().empty());
    QVERIFY(refusal([&] { model.config(); }).find("holds an adapter without config.json") !=
            std::string::npos);
}

void TestModelFolder::refusesMissingFolder()
{
    QVERIFY(refusal([&] {
                ModelFolder::open(m_folder / "absent");
            }).find("absent is not a folder") != std::string::npos);
    put(m_folder / "file", "x");
    QVERIFY(refusal([&] { ModelFolder::open(m_folder / "file"); }).find("file is not a folder") !=
            std::string::npos);
}

QTEST_APPLESS_MAIN(TestModelFolder)
#include "tst_model_folder.moc"
