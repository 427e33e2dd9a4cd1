// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetensors_bytes.h"

#include "core/weights/weight_set.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>

using namespace luthier;
using namespace luthier::test;

namespace {

using Prepare = std::function<void(const fs::path &)>;

const std::string indexName = "model.safetensors.index.json";

/// A file with one F32 element per name, counting up from `first`.
void putTensors(const fs::path &path, const std::vector<std::string> &names, float first = 0)
{
    std::vector<float> values;
    for (size_t i = 0; i < names.size(); ++i)
        values.push_back(first + float(i));
    std::vector<TensorEntry> entries;
    for (size_t i = 0; i < names.size(); ++i)
        entries.push_back({names[i], DType::F32, {1}, std::as_bytes(std::span(&values[i], 1))});
    fs::create_directories(path.parent_path());
    writeSafetensors(path, entries);
}

void putIndex(const fs::path &folder, const std::string &map)
{
    put(folder / indexName,
        "{\"metadata\":{\"total_size\":12,\"more\":[1,{\"a\":null}]},\"weight_map\":{" + map +
            "}}");
}

/// Shards with a, b and with c.
void putShards(const fs::path &folder)
{
    putTensors(folder / "model-1.safetensors", {"a", "b"}, 1);
    putTensors(folder / "model-2.safetensors", {"c"}, 3);
    putIndex(folder,
             R"("a":"model-1.safetensors","b":"model-1.safetensors","c":"model-2.safetensors")");
}

float valueOf(const WeightSet &weights, const std::string &name)
{
    float value = -1;
    weights.readAsFloat(name, std::span(&value, 1));
    return value;
}

} // namespace

class TestWeightSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsSingleFile();
    void readsShards();
    void readsAdapter();
    void readsCacheSnapshot();
    void namesTheMissingTensor();
    void listsNonFiniteTensors_data();
    void listsNonFiniteTensors();
    void refuses_data();
    void refuses();
    void indexOfManyTensorsIsQuick();

private:
    QTemporaryDir m_all;
    fs::path m_folder;
    int m_count = 0;
};

void TestWeightSet::init()
{
    m_folder = fs::path(m_all.path().toStdString()) / ("model 폴더 " + std::to_string(m_count++)) /
               "inner";
    fs::create_directories(m_folder);
}

void TestWeightSet::readsSingleFile()
{
    putShards(m_folder);
    putTensors(m_folder / "model.safetensors", {"x", "y"}, 5);

    const WeightSet weights = WeightSet::open(m_folder);

    QCOMPARE(weights.names(), (std::vector<std::string>{"x", "y"}));
    QCOMPARE(valueOf(weights, "y"), 6.0f);
    QCOMPARE(weights.bytes(), uint64_t(8));
    QVERIFY(!weights.find("a"));
}

void TestWeightSet::readsShards()
{
    putShards(m_folder);

    const WeightSet weights = WeightSet::open(m_folder);

    QCOMPARE(weights.names(), (std::vector<std::string>{"a", "b", "c"}));
    QCOMPARE(valueOf(weights, "a"), 1.0f);
    QCOMPARE(valueOf(weights, "c"), 3.0f);
    QCOMPARE(weightFiles(m_folder), (std::vector<fs::path>{m_folder / "model-1.safetensors",
                                                           m_folder / "model-2.safetensors"}));
    const WeightSet copy = weights;
    QCOMPARE(copy.find("b")->name, std::string("b"));
}

void TestWeightSet::readsAdapter()
{
    putTensors(m_folder / "adapter_model.safetensors", {"base_model.model.q.lora_A.weight"}, 9);
    QCOMPARE(
        valueOf(WeightSet::open(m_folder, "adapter_model"), "base_model.model.q.lora_A.weight"),
        9.0f);
    QVERIFY(refusal([&] { WeightSet::open(m_folder); }).find("neither model.safetensors") !=
            std::string::npos);
}

void TestWeightSet::readsCacheSnapshot()
{
    const fs::path cache = m_folder / "models--org--tiny";
    const fs::path snapshot = cache / "snapshots/0123abc";
    putTensors(cache / "blobs/aaaa", {"a"}, 4);
    fs::create_directories(snapshot);
    fs::create_symlink("../../blobs/aaaa", snapshot / "model.safetensors");

    QCOMPARE(valueOf(WeightSet::open(snapshot), "a"), 4.0f);
}

void TestWeightSet::namesTheMissingTensor()
{
    put(m_folder / "model.safetensors", lengthBytes(0));
    const WeightSet weights = WeightSet::open(m_folder);
    const std::string sentence = refusal([&] { weights.at("bert.pooler.dense.weight"); });
    QVERIFY2(isSentence(sentence), sentence.c_str());
    QVERIFY2(sentence.find("lack the tensor bert.pooler.dense.weight") != std::string::npos,
             sentence.c_str());
}

void TestWeightSet::listsNonFiniteTensors_data()
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN(),
                     inf = std::numeric_limits<double>::infinity();
    QTest::addColumn<DType>("type");
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("numbers");
    QTest::addColumn<NonFiniteCount>("count");
    const auto row = [](const char *name, DType type, const auto &numbers, NonFiniteCount count) {
        const auto *bytes = reinterpret_cast<const char *>(numbers.data());
        QTest::newRow(name) << type << std::string(bytes, numbers.size() * sizeof(numbers.front()))
                            << int(numbers.size()) << count;
    };
    // The third value lies behind the first piece that is read.
    std::vector<float> single(400'000, std::numeric_limits<float>::max());
    single[0] = float(nan);
    single[1] = float(-inf);
    single[399'999] = -float(nan);
    row("A17 F32", DType::F32, single, {2, 1});
    row("A17 F64", DType::F64, std::vector{inf, 1.0}, {0, 1});
    row("A17 F16", DType::F16, std::vector<uint16_t>{0x7C00, 0xFC01, 0x7BFF, 0x7E00}, {2, 1});
    row("A17 BF16", DType::BF16, std::vector<uint16_t>{0xFF80, 0x7F7F, 0x7F81, 0}, {1, 1});
    row("whole numbers", DType::I64, std::vector<int64_t>{-1}, {});
    row("finite numbers", DType::F32, std::vector<float>{1e-45f, 0}, {});
    row("no numbers", DType::F32, std::vector<float>{}, {});
}

void TestWeightSet::listsNonFiniteTensors()
{
    QFETCH(DType, type);
    QFETCH(std::string, bytes);
    QFETCH(int, numbers);
    QFETCH(NonFiniteCount, count);
    const float nan[] = {std::numeric_limits<float>::quiet_NaN()};
    writeSafetensors(m_folder / "model.safetensors",
                     {{"first", DType::F32, {1}, std::as_bytes(std::span(nan))},
                      {"second", type, {numbers}, std::as_bytes(std::span(bytes))}});

    std::map<std::string, NonFiniteCount> counts;
    for (const auto &[name, counted] : WeightSet::open(m_folder).findNonFinite())
        counts[name] = counted;

    std::map<std::string, NonFiniteCount> expected{{"first", {1, 0}}};
    if (count != NonFiniteCount())
        expected["second"] = count;
    QVERIFY(counts == expected);
}

void TestWeightSet::refuses_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<std::string>("part");
    const auto row = [](const char *name, const std::string &part, Prepare prepare) {
        QTest::newRow(name) << prepare << part;
    };
    const auto withIndex = [](const std::string &map) {
        return [map](const fs::path &folder) {
            putShards(folder);
            putTensors(folder.parent_path() / "outside.safetensors", {"c"});
            putIndex(folder, map);
        };
    };
    row("A18 missing shard", "names the shard model-2.safetensors, which is not there",
        [](const fs::path &folder) {
            putShards(folder);
            fs::remove(folder / "model-2.safetensors");
        });
    row("A18 tensor twice in the index", "lists a twice",
        withIndex(R"("a":"model-1.safetensors","a":"model-2.safetensors")"));
    row("A18 tensor in two shards", "Tensor c lies both in", [](const fs::path &folder) {
        putShards(folder);
        putTensors(folder / "model-1.safetensors", {"a", "b", "c"});
    });
    row("A18 tensor in no shard", "promises the tensor d in model-1.safetensors",
        withIndex(R"("d":"model-1.safetensors","c":"model-2.safetensors")"));
    row("A18 tensor in another shard", "promises the tensor a in model-2.safetensors",
        withIndex(R"("a":"model-2.safetensors","c":"model-1.safetensors")"));
    row("A18 shard above the folder", "../outside.safetensors is no path inside",
        withIndex(R"("c":"../outside.safetensors")"));
    row("A18 shard above by a detour", "x/../../outside.safetensors is no path inside",
        withIndex(R"("c":"x/../../outside.safetensors")"));
    row("A18 absolute shard", "/etc/passwd is no path inside", withIndex(R"("c":"/etc/passwd")"));
    row("A18 empty shard name", "is no path inside", withIndex(R"("c":"")"));
    row("A18 zero byte in the shard name", "model-1.safetensors?x is no path inside",
        withIndex(R"("c":"model-1.safetensors\u0000x")"));
    row("A18 shard is the folder", "is not a file", withIndex(R"("c":".")"));
    row("A18 symlink out of the folder", "model-2.safetensors in", [](const fs::path &folder) {
        putShards(folder);
        fs::rename(folder / "model-2.safetensors", folder.parent_path() / "outside.safetensors");
        fs::create_symlink("../outside.safetensors", folder / "model-2.safetensors");
    });
    row("A18 single file is a symlink out", "leads out of the folder", [](const fs::path &folder) {
        putTensors(folder.parent_path() / "outside.safetensors", {"c"});
        fs::create_symlink("../outside.safetensors", folder / "model.safetensors");
    });
    row("A18 symlinked folder leads out", "leads out of the folder", [&](const fs::path &folder) {
        putTensors(folder.parent_path() / "other/model-3.safetensors", {"c"});
        fs::create_directory_symlink("../other", folder / "sub");
        putIndex(folder, R"("c":"sub/model-3.safetensors")");
    });
    row("A18 broken symlink", "a link whose target cannot be found", [](const fs::path &folder) {
        fs::create_symlink("nowhere", folder / "model.safetensors");
    });
    row("A18 symlink to itself", "a link whose target cannot be found", [](const fs::path &folder) {
        fs::create_symlink("model.safetensors", folder / "model.safetensors");
    });
    row("A18 blobs beside a folder that is no cache", "leads out of the folder",
        [](const fs::path &folder) {
            putTensors(folder.parent_path() / "blobs/aaaa", {"a"});
            fs::create_symlink("../blobs/aaaa", folder / "model.safetensors");
        });
    row("index without weight_map", "lacks weight_map",
        [](const fs::path &folder) { put(folder / indexName, "{\"metadata\":{}}"); });
    row("index with two weight_map", "lists weight_map twice", [](const fs::path &folder) {
        put(folder / indexName, "{\"weight_map\":{},\"weight_map\":{}}");
    });
    row("index that is an array", "unexpected array",
        [](const fs::path &folder) { put(folder / indexName, "[]"); });
    row("index with a number as shard", "unexpected number", withIndex("\"c\":2"));
    row("index with an object as shard", "unexpected object", withIndex("\"c\":{}"));
    row("index cut off", "JSON is not valid at byte",
        [](const fs::path &folder) { put(folder / indexName, "{\"weight_map\":{"); });
    row("index 100,000 deep", "nested deeper than 64 levels", [](const fs::path &folder) {
        put(folder / indexName, "{\"metadata\":" + std::string(100'000, '['));
    });
    row("C1 only pytorch_model.bin", "only as pytorch_model.bin, which can contain code",
        [](const fs::path &folder) { put(folder / "pytorch_model.bin", "PK\3\4"); });
    row("C1 only shards of pytorch_model.bin", "only as pytorch_model.bin.index.json",
        [](const fs::path &folder) { put(folder / "pytorch_model.bin.index.json", "{}"); });
    row("no weights", "neither model.safetensors nor an index", [](const fs::path &) {});
    row("bad shard", "shorter than the 8-byte length", [](const fs::path &folder) {
        putShards(folder);
        put(folder / "model-2.safetensors", "");
    });
}

void TestWeightSet::refuses()
{
    QFETCH(Prepare, prepare);
    QFETCH(std::string, part);
    prepare(m_folder);

    const std::string sentence = refusal([&] { WeightSet::open(m_folder); });

    QVERIFY2(sentence.find(part) != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find(m_folder.string()) != std::string::npos, sentence.c_str());
    QVERIFY2(isSentence(sentence), sentence.c_str());
}

void TestWeightSet::indexOfManyTensorsIsQuick()
{
    // With a search per key this would take minutes, and the test's time limit would end it.
    std::string map;
    for (int i = 0; i < 300'000; ++i)
        map += (i ? ",\"" : "\"") + std::string("model.layers.experts.") + std::to_string(i) +
               "\":\"model-1.safetensors\"";
    putShards(m_folder);
    putIndex(m_folder, map);
    const std::string sentence = refusal([&] { WeightSet::open(m_folder); });
    QVERIFY2(sentence.find("promises the tensor model.layers.experts.0") != std::string::npos,
             sentence.c_str());
}

QTEST_APPLESS_MAIN(TestWeightSet)
#include "tst_weight_set.moc"
