// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/text/tokenizer.h"
#include "model_files.h"

using namespace luthier;
namespace fs = std::filesystem;

/// The reference is transformers' AutoTokenizer: tests/parity/reference/make_tokenizer_cases.py.
class TestTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void smallFolders_data();
    void smallFolders();
    void miniLm();
    void miniLmFromVocabularyAlone();
    void threadsChangeNothing();
    void specialTokensAndSizes();
    void decodesWhatItEncoded();
    void filesOfASavedModel();
    void modelMaxLength_data();
    void modelMaxLength();
    void noRowsAreNoTokens();

private:
    static void compare(const Tokenizer &tokenizer, const Json &test);
    Json m_cases;
};

void TestTokenizer::initTestCase()
{
    m_cases = readJson(fs::path(LUTHIER_TEST_DATA) / "tokenizer" / "cases.json");
}

void TestTokenizer::compare(const Tokenizer &tokenizer, const Json &test)
{
    const auto texts = test["texts"].get<std::vector<std::string>>();
    const auto pairs = test["pairs"].is_null() ? std::vector<std::string>()
                                               : test["pairs"].get<std::vector<std::string>>();
    EncodeOptions options;
    options.max_length = test["max_length"];
    options.add_special_tokens = test["add_special_tokens"];
    const Encoded encoded = tokenizer.encode(texts, pairs, options);
    QCOMPARE(encoded.rows(), int64_t(texts.size()));
    QCOMPARE(encoded.offsets.size(), texts.size() + 1);
    for (size_t row = 0; row < texts.size(); ++row) {
        const auto begin = encoded.offsets[row], end = encoded.offsets[row + 1];
        const std::vector<int32_t> ids(encoded.ids.begin() + begin, encoded.ids.begin() + end);
        const std::vector<int32_t> types(encoded.type_ids.begin() + begin,
                                         encoded.type_ids.begin() + end);
        const std::string place = Json({{"row", row},
                                        {"max_length", options.max_length},
                                        {"ids", ids},
                                        {"expected", test["ids"][row]}})
                                      .dump();
        QVERIFY2(ids == test["ids"][row].get<std::vector<int32_t>>(), place.c_str());
        QCOMPARE(types, test["type_ids"][row].get<std::vector<int32_t>>());
        QCOMPARE(encoded.full_lengths[row], test["full_lengths"][row].get<int32_t>());
    }
}

void TestTokenizer::smallFolders_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(m_cases["folders"].size()); ++i)
        QTest::newRow(m_cases["folders"][size_t(i)]["name"].get<std::string>().c_str()) << i;
}

void TestTokenizer::smallFolders()
{
    QFETCH(int, index);
    const Json &folder = m_cases["folders"][size_t(index)];
    const ModelFiles files;
    for (const auto &[name, content] : folder["files"].items())
        files.write(name, content.get<std::string>());
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    for (const Json &test : folder["cases"]) {
        compare(tokenizer, test);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestTokenizer::miniLm()
{
    const fs::path model = testModel("minilm-l6");
    if (!fs::exists(model))
        QSKIP("the model minilm-l6 is not here; ./installer/setup fetches it");
    const Tokenizer tokenizer = Tokenizer::load(model);
    for (const Json &test : m_cases["minilm"]) {
        compare(tokenizer, test);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestTokenizer::miniLmFromVocabularyAlone()
{
    const fs::path model = testModel("minilm-l6");
    if (!fs::exists(model))
        QSKIP("the model minilm-l6 is not here; ./installer/setup fetches it");
    const ModelFiles files;
    fs::copy_file(model / "vocab.txt", files.folder() / "vocab.txt");
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    for (const Json &test : m_cases["minilm"]) {
        compare(tokenizer, test);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(tokenizer.vocabularySize(), Tokenizer::load(model).vocabularySize());
}

static void writeSmallModel(const ModelFiles &files)
{
    files.write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nhello\nworld\n##s\n!\n");
}

void TestTokenizer::threadsChangeNothing()
{
    const ModelFiles files;
    writeSmallModel(files);
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    std::vector<std::string> texts, pairs;
    for (int row = 0; row < 1000; ++row) {
        texts.push_back(std::string(size_t(row % 7), '!') + " hello worlds");
        pairs.push_back(row % 3 ? "world" : "");
    }
    EncodeOptions options{.max_length = 9};
    Encoded rows;
    for (size_t row = 0; row < texts.size(); ++row) {
        const Encoded one = tokenizer.encode({&texts[row], 1}, {&pairs[row], 1}, options);
        rows.ids.insert(rows.ids.end(), one.ids.begin(), one.ids.end());
        rows.type_ids.insert(rows.type_ids.end(), one.type_ids.begin(), one.type_ids.end());
        rows.offsets.push_back(int64_t(rows.ids.size()));
        rows.full_lengths.push_back(one.full_lengths[0]);
    }
    for (const int threads : {0, 1, 2, 3, 16}) {
        options.threads = threads;
        const Encoded batch = tokenizer.encode(texts, pairs, options);
        QCOMPARE(batch.ids, rows.ids);
        QCOMPARE(batch.type_ids, rows.type_ids);
        QCOMPARE(batch.offsets, rows.offsets);
        QCOMPARE(batch.full_lengths, rows.full_lengths);
    }
}

void TestTokenizer::specialTokensAndSizes()
{
    const ModelFiles files;
    writeSmallModel(files);
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    QCOMPARE(tokenizer.special().pad, std::optional(0));
    QCOMPARE(tokenizer.special().unk, std::optional(1));
    QCOMPARE(tokenizer.special().cls, std::optional(2));
    QCOMPARE(tokenizer.special().sep, std::optional(3));
    QCOMPARE(tokenizer.special().mask, std::optional<int32_t>());
    QCOMPARE(tokenizer.vocabularySize(), 8);
    QCOMPARE(tokenizer.idLimit(), 8);
    QCOMPARE(tokenizer.id("hello"), std::optional(4));
    QCOMPARE(tokenizer.id("absent"), std::optional<int32_t>());
    QCOMPARE(tokenizer.token(7), std::optional<std::string>("!"));
    QCOMPARE(tokenizer.token(8), std::optional<std::string>());
    QCOMPARE(tokenizer.token(-1), std::optional<std::string>());
}

void TestTokenizer::decodesWhatItEncoded()
{
    const ModelFiles files;
    writeSmallModel(files);
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    const std::string text = "hello worlds!";
    const Encoded encoded = tokenizer.encode(std::span(&text, 1));
    QCOMPARE(tokenizer.decode(encoded.ids), std::string("hello worlds!"));
    QCOMPARE(tokenizer.decode(encoded.ids, false), std::string("[CLS] hello worlds! [SEP]"));
}

void TestTokenizer::filesOfASavedModel()
{
    const ModelFiles files;
    writeSmallModel(files);
    files.write("config.json", "{}");
    files.write("tokenizer_config.json", "{}");
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    std::vector<std::string> names;
    for (const fs::path &path : tokenizer.files())
        names.push_back(path.filename());
    QCOMPARE(names, (std::vector<std::string>{"tokenizer_config.json", "vocab.txt"}));
}

void TestTokenizer::modelMaxLength_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("given") << QByteArray(R"({"model_max_length": 512})") << qint64(512);
    QTest::newRow("missing") << QByteArray("{}") << qint64(0);
    QTest::newRow("no limit") << QByteArray(
                                     R"({"model_max_length": 1000000000000000019884624838656})")
                              << qint64(0);
    QTest::newRow("no limit, float") << QByteArray(R"({"model_max_length": 1e30})") << qint64(0);
    QTest::newRow("null") << QByteArray(R"({"model_max_length": null})") << qint64(0);
    QTest::newRow("negative") << QByteArray(R"({"model_max_length": -1})") << qint64(0);
}

void TestTokenizer::modelMaxLength()
{
    QFETCH(QByteArray, config);
    QFETCH(qint64, expected);
    const ModelFiles files;
    writeSmallModel(files);
    files.write("tokenizer_config.json", config.toStdString());
    QCOMPARE(qint64(Tokenizer::load(files.folder()).modelMaxLength().value_or(0)), expected);
}

void TestTokenizer::noRowsAreNoTokens()
{
    const ModelFiles files;
    writeSmallModel(files);
    const Encoded encoded = Tokenizer::load(files.folder()).encode({});
    QCOMPARE(encoded.rows(), 0);
    QVERIFY(encoded.ids.empty());
    QCOMPARE(encoded.offsets, std::vector<int64_t>{0});
}

QTEST_APPLESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
