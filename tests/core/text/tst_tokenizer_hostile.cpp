// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/text/tokenizer.h"
#include "model_files.h"

#include <sys/resource.h>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

const char smallVocabulary[] = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\n";

/// A tokenizer.json that loads; tests spoil a part of it.
Json goodFile()
{
    return Json::parse(R"({
        "version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
        "normalizer": null, "pre_tokenizer": {"type": "WhitespaceSplit"},
        "post_processor": null, "decoder": null,
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                  "max_input_chars_per_word": 100, "vocab": {"[UNK]": 0, "a": 1, "b": 2}}})");
}

Json splitAt(const std::string &pattern)
{
    return {{"type", "Split"},
            {"pattern", {{"Regex", pattern}}},
            {"behavior", "Isolated"},
            {"invert", false}};
}

Json replacing(const std::string &pattern, const std::string &content)
{
    return {{"type", "Replace"}, {"pattern", {{"Regex", pattern}}}, {"content", content}};
}

Json bpe(const char *vocabulary, const char *merges)
{
    Json file = goodFile();
    file["model"] = {
        {"type", "BPE"}, {"vocab", Json::parse(vocabulary)}, {"merges", Json::parse(merges)}};
    return file;
}

/// Id of the message that `work` throws; empty when it throws none.
template <typename Work>
std::string refusal(Work &&work, std::string *sentence = nullptr)
{
    try {
        work();
        return {};
    } catch (const Error &error) {
        if (sentence)
            *sentence = error.message.english();
        return error.message.id;
    }
}

std::string refusalOf(const Json &file, const std::vector<std::string> &texts = {},
                      std::string *sentence = nullptr)
{
    const ModelFiles files;
    files.write("tokenizer.json", file.dump());
    return refusal([&] { Tokenizer::load(files.folder()).encode(texts); }, sentence);
}

int64_t peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

class TestTokenizerHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGoodFileLoads();
    void noTokenizerAtAll();
    void brokenFiles_data();
    void brokenFiles();
    void spoiltFiles_data();
    void spoiltFiles();
    void aGapKeepsTheIds_data();
    void aGapKeepsTheIds();
    void aHugeFileTakesNoMemory_data();
    void aHugeFileTakesNoMemory();
    void aPanicWhileEncodingNamesTheRow();
    void aHungryFileIsAnError_data();
    void aHungryFileIsAnError();
    void storedDropoutIsOff();
    void badUtf8NamesTheRow();
    void aHugeTextNamesTheRow();
    void tooShortALimit();
    void vocabularyWithoutSpecialTokens_data();
    void vocabularyWithoutSpecialTokens();
    void rolesThatNoTokenHas_data();
    void rolesThatNoTokenHas();
    void wrongConfiguration_data();
    void wrongConfiguration();
    void aLinkOutOfTheFolder();
};

void TestTokenizerHostile::theGoodFileLoads()
{
    QCOMPARE(refusalOf(goodFile(), {"a b c"}), std::string());
    QCOMPARE(refusalOf(bpe(R"({"a": 0, "b": 1, "ab": 2})", R"([["a", "b"]])"), {"ab"}),
             std::string());
}

void TestTokenizerHostile::noTokenizerAtAll()
{
    const ModelFiles files;
    std::string sentence;
    QCOMPARE(refusal([&] { Tokenizer::load(files.folder()); }, &sentence),
             std::string("text.no_tokenizer"));
    QVERIFY(sentence.find(files.folder().string()) != std::string::npos);
}

void TestTokenizerHostile::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    const std::string good = goodFile().dump();
    QTest::newRow("D4 empty") << QByteArray();
    QTest::newRow("D4 cut off") << QByteArray::fromStdString(good.substr(0, good.size() / 2));
    QTest::newRow("D4 not UTF-8") << QByteArray("{\"version\": \"\xFF\xFE\"}");
    QTest::newRow("D4 binary") << QByteArray(1000, '\0');
    QTest::newRow("D4 another kind") << QByteArray("[1, 2, 3]");
    QTest::newRow("D4 nothing in it") << QByteArray("{}");
    QTest::newRow("D4 nested deeply") << QByteArray(1'000'000, '[');
    QTest::newRow("D4 newer version") << QByteArray::fromStdString(good).replace("1.0", "9.0");
}

void TestTokenizerHostile::brokenFiles()
{
    QFETCH(QByteArray, content);
    const ModelFiles files;
    files.write("tokenizer.json", content.toStdString());
    std::string sentence;
    QCOMPARE(refusal([&] { Tokenizer::load(files.folder()); }, &sentence),
             std::string("text.bad_tokenizer"));
    QVERIFY(sentence.find("tokenizer.json") != std::string::npos);
    QVERIFY(sentence.size() < 500);
}

void TestTokenizerHostile::spoiltFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("id");
    const auto add = [](const char *name, const char *id, const Json &file) {
        QTest::newRow(name) << QByteArray::fromStdString(file.dump()) << QByteArray(id);
    };
    const auto spoilt = [](const char *pointer, const Json &value) {
        Json file = goodFile();
        file[Json::json_pointer(pointer)] = value;
        return file;
    };
    add("D4 an id twice", "text.duplicate_id", spoilt("/model/vocab/b", 1));
    add("D4 an id beyond all models", "text.large_id", spoilt("/model/vocab/b", 4294967295u));
    add("D4 an id beyond 32 bits", "text.bad_tokenizer", spoilt("/model/vocab/b", 99999999999));
    add("D4 a gap before an added token", "text.wrong_id", spoilt("/added_tokens", Json::parse(R"([
        {"id": 7, "content": "c", "single_word": false, "lstrip": false, "rstrip": false,
         "normalized": false, "special": true}])")));
    add("D4 words without end", "text.bad_tokenizer",
        spoilt("/model/max_input_chars_per_word", 4000000000u));
    add("D4 special id that no token has", "text.bad_tokenizer",
        spoilt("/post_processor", Json::parse(R"({
            "type": "BertProcessing", "sep": ["[SEP]", 4000000000], "cls": ["[CLS]", 0]})")));
    add("D4 template with a token that it does not define", "text.bad_tokenizer",
        spoilt("/post_processor", Json::parse(R"({
            "type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "X", "type_id": 0}}],
            "pair": [], "special_tokens": {}})")));
    add("D4 pattern that is none", "text.bad_tokenizer", spoilt("/pre_tokenizer", splitAt("((")));
    add("D4 pattern nested deeply", "text.bad_tokenizer",
        spoilt("/pre_tokenizer", splitAt(std::string(100'000, '('))));
    add("D4 pattern that unfolds", "text.bad_tokenizer",
        spoilt("/normalizer", replacing("((a{1000}){1000}){1000}", "")));
    add("D4 merge of an unknown token", "text.bad_tokenizer",
        bpe(R"({"a": 0, "b": 1})", R"([["a", "c"]])"));
    // The library indexes past a buffer here and panics.
    add("D4 merge longer than any token", "text.bad_tokenizer",
        bpe(R"({"a": 0, "b": 1})", R"([["a", "b"]])"));
}

void TestTokenizerHostile::spoiltFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, id);
    std::string sentence;
    const std::string refused = refusalOf(Json::parse(file.toStdString()), {}, &sentence);
    QVERIFY2(refused == id.toStdString(), (refused + ": " + sentence).c_str());
    QVERIFY(sentence.find("tokenizer.json") != std::string::npos);
    QVERIFY(sentence.size() < 500);
}

void TestTokenizerHostile::aGapKeepsTheIds_data()
{
    QTest::addColumn<int>("id");
    QTest::newRow("D4 a gap inside the vocabulary") << 5;
    QTest::newRow("D4 a gap as wide as ids go") << 16'777'216;
}

void TestTokenizerHostile::aGapKeepsTheIds()
{
    QFETCH(int, id);
    const int64_t before = peakMegabytes();
    Json file = goodFile();
    file["model"]["vocab"]["b"] = id;
    const ModelFiles files;
    files.write("tokenizer.json", file.dump());
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    const std::vector<std::string> texts{"a b a"};
    QCOMPARE(tokenizer.encode(texts).ids, (std::vector<int32_t>{1, id, 1}));
    // By this a model with fewer rows refuses it.
    QCOMPARE(tokenizer.idLimit(), int64_t(id) + 1);
    QVERIFY(peakMegabytes() - before < 200);
}

void TestTokenizerHostile::aHugeFileTakesNoMemory_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("values");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("D4 500 MB") << QByteArray("{") << 0 << qint64(500'000'000)
                               << QByteArray("files.too_large");
    QTest::newRow("D4 values without end")
        << QByteArray(R"({"version": "1.0", "model": [0)") << 20'000'000 << qint64(0)
        << QByteArray("text.bad_tokenizer");
}

void TestTokenizerHostile::aHugeFileTakesNoMemory()
{
    QFETCH(QByteArray, start);
    QFETCH(int, values);
    QFETCH(qint64, size);
    QFETCH(QByteArray, id);
    const ModelFiles files;
    std::string content = start.toStdString();
    for (int value = 0; value < values; ++value)
        content += ",0";
    files.write("tokenizer.json", content + (values ? "]}" : ""));
    if (size)
        fs::resize_file(files.folder() / "tokenizer.json", uintmax_t(size));
    const int64_t before = peakMegabytes();
    QCOMPARE(refusal([&] { Tokenizer::load(files.folder()); }), id.toStdString());
    QVERIFY(peakMegabytes() - before < (values ? 200 : 100));
}

void TestTokenizerHostile::aPanicWhileEncodingNamesTheRow()
{
    Json file = goodFile();
    file["pre_tokenizer"] = {{"type", "FixedLength"}, {"length", 0}};
    std::string sentence;
    QCOMPARE(refusalOf(file, {"", "", "a"}, &sentence), std::string("text.bad_row"));
    QVERIFY2(sentence.find("row 3") != std::string::npos, sentence.c_str());
    QCOMPARE(refusalOf(file, {"", ""}), std::string());
}

void TestTokenizerHostile::aHungryFileIsAnError_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("harmless");
    QTest::addColumn<QByteArray>("fatal");
    const auto add = [](const char *name, const char *key, const Json &value, const char *harmless,
                        const QByteArray &fatal) {
        QTest::newRow(name) << QByteArray(key) << QByteArray::fromStdString(value.dump())
                            << QByteArray(harmless) << fatal;
    };
    const auto sequence = [](const std::vector<Json> &parts) {
        return Json{{"type", "Sequence"}, {"normalizers", parts}};
    };
    add("D4 pattern that takes for ever", "pre_tokenizer", splitAt("(a+a+)+(?!a)b"), "aab",
        QByteArray(50, 'a'));
    add("D4 normalizer that takes for ever", "normalizer",
        sequence({{{"type", "Lowercase"}}, replacing("(a+a+)+(?!a)b", "b")}), "aab",
        QByteArray(50, 'A'));
    add("D4 normalizer that grows texts", "normalizer",
        sequence(std::vector<Json>(60, replacing("a", "aa"))), "b", "a");
}

void TestTokenizerHostile::aHungryFileIsAnError()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, harmless);
    QFETCH(QByteArray, fatal);
    Json file = goodFile();
    file[key.toStdString()] = Json::parse(value.toStdString());
    const std::string text = harmless.toStdString();
    QCOMPARE(refusalOf(file, {text}), std::string());
    QCOMPARE(refusalOf(file, {text, fatal.toStdString()}), std::string("text.bad_row"));
}

void TestTokenizerHostile::storedDropoutIsOff()
{
    Json file = bpe(R"({"a": 0, "b": 1, "ab": 2})", R"([["a", "b"]])");
    file["model"]["dropout"] = 0.9;
    const ModelFiles files;
    files.write("tokenizer.json", file.dump());
    const std::vector<std::string> texts(200, "ab");
    QCOMPARE(Tokenizer::load(files.folder()).encode(texts).ids, std::vector<int32_t>(200, 2));
}

void TestTokenizerHostile::badUtf8NamesTheRow()
{
    const ModelFiles files;
    files.write("vocab.txt", smallVocabulary);
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    std::vector<std::string> texts(1000, "a b");
    for (const size_t bad : {900, 330, 301, 300})
        texts[bad] = "a b \xC3( c";
    for (const int threads : {1, 4}) {
        std::string sentence;
        const EncodeOptions options{.threads = threads, .first_row = 2};
        QCOMPARE(refusal([&] { tokenizer.encode(texts, {}, options); }, &sentence),
                 std::string("text.bad_utf8"));
        QVERIFY2(sentence.find("row 302 ") != std::string::npos, sentence.c_str());
        QVERIFY2(sentence.find("byte 4") != std::string::npos, sentence.c_str());
    }
    std::vector<std::string> pairs(1000, "b");
    pairs[5] = "\x80";
    QCOMPARE(refusal([&] { tokenizer.encode(pairs, texts); }), std::string("text.bad_utf8"));
}

void TestTokenizerHostile::aHugeTextNamesTheRow()
{
    const ModelFiles files;
    files.write("vocab.txt", smallVocabulary);
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    const std::vector<std::string> texts{"a", std::string((size_t(8) << 20) + 1, 'a')};
    std::string sentence;
    QCOMPARE(refusal([&] { tokenizer.encode(texts); }, &sentence), std::string("text.long_text"));
    QVERIFY2(sentence.find("row 2 ") != std::string::npos, sentence.c_str());
}

void TestTokenizerHostile::tooShortALimit()
{
    const ModelFiles files;
    files.write("vocab.txt", smallVocabulary);
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    const std::vector<std::string> texts{"a b"};
    const EncodeOptions options{.max_length = 2};
    QCOMPARE(tokenizer.encode(texts, {}, options).ids, (std::vector<int32_t>{2, 3}));
    QCOMPARE(refusal([&] { tokenizer.encode(texts, texts, options); }),
             std::string("text.short_limit"));
}

void TestTokenizerHostile::vocabularyWithoutSpecialTokens_data()
{
    QTest::addColumn<QByteArray>("vocabulary");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("named");
    const auto add = [](const char *tag, const char *vocabulary, const char *id,
                        const char *named) {
        QTest::newRow(tag) << QByteArray(vocabulary) << QByteArray(id) << QByteArray(named);
    };
    add("D5 no [CLS]", "[PAD]\n[UNK]\n[SEP]\na\n", "text.missing_token", "[CLS]");
    add("D5 no [SEP]", "[PAD]\n[UNK]\n[CLS]\na\n", "text.missing_token", "[SEP]");
    add("D5 no [UNK]", "[PAD]\n[CLS]\n[SEP]\na\n", "text.missing_token", "[UNK]");
    add("D4 vocabulary that is not UTF-8", "[UNK]\n\xFF\xFE\n", "text.bad_tokenizer", "vocab.txt");
}

void TestTokenizerHostile::vocabularyWithoutSpecialTokens()
{
    QFETCH(QByteArray, vocabulary);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, named);
    const ModelFiles files;
    files.write("vocab.txt", vocabulary.toStdString());
    std::string sentence;
    QCOMPARE(refusal([&] { Tokenizer::load(files.folder()); }, &sentence), id.toStdString());
    QVERIFY2(sentence.find(named.toStdString()) != std::string::npos, sentence.c_str());
}

void TestTokenizerHostile::rolesThatNoTokenHas_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QList<int>>("ids");
    QTest::newRow("D5 vocab.txt without [PAD]")
        << QByteArray("vocab.txt") << QByteArray("[UNK]\n[CLS]\n[SEP]\na\nb\n")
        << QList<int>{1, 3, 4, 2};
    QTest::newRow("D5 tokenizer.json without [PAD] and [CLS]")
        << QByteArray("tokenizer.json") << QByteArray::fromStdString(goodFile().dump())
        << QList<int>{1, 2};
}

/// Rows are never padded, so that no token has to stand in for the one that is missing.
void TestTokenizerHostile::rolesThatNoTokenHas()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, content);
    QFETCH(QList<int>, ids);
    const ModelFiles files;
    files.write(file.toStdString(), content.toStdString());
    const Tokenizer tokenizer = Tokenizer::load(files.folder());
    QVERIFY(!tokenizer.special().pad);
    QCOMPARE(tokenizer.special().cls.has_value(), ids.size() > 2);
    const std::vector<std::string> texts{"a b", "a"};
    const Encoded encoded = tokenizer.encode(texts);
    QCOMPARE(QList<int>(encoded.ids.begin(), encoded.ids.begin() + encoded.offsets[1]), ids);
    QCOMPARE(encoded.offsets[2] - encoded.offsets[1], int64_t(ids.size() - 1));
}

void TestTokenizerHostile::wrongConfiguration_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("not an object") << QByteArray("[]") << QByteArray("text.config_object");
    QTest::newRow("broken") << QByteArray("{\"a\": ") << QByteArray("json.syntax");
    QTest::newRow("words for a flag")
        << QByteArray(R"({"do_lower_case": "yes"})") << QByteArray("text.config_value");
    QTest::newRow("words for a number")
        << QByteArray(R"({"model_max_length": "512"})") << QByteArray("text.config_value");
    QTest::newRow("number for a token")
        << QByteArray(R"({"cls_token": 5})") << QByteArray("text.config_value");
    QTest::newRow("token id that is none")
        << QByteArray(R"({"added_tokens_decoder": {"x": {"content": "[N]"}}})")
        << QByteArray("text.config_value");
    QTest::newRow("token with a wrong id")
        << QByteArray(R"({"added_tokens_decoder": {"900": {"content": "[N]"}}})")
        << QByteArray("text.wrong_id");
    QTest::newRow("token that is missing")
        << QByteArray(R"({"cls_token": "<s>"})") << QByteArray("text.missing_token");
}

void TestTokenizerHostile::wrongConfiguration()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, id);
    const ModelFiles files;
    files.write("vocab.txt", smallVocabulary);
    files.write("tokenizer_config.json", content.toStdString());
    QCOMPARE(refusal([&] { Tokenizer::load(files.folder()); }), id.toStdString());
}

void TestTokenizerHostile::aLinkOutOfTheFolder()
{
    const ModelFiles files, elsewhere;
    elsewhere.write("vocab.txt", smallVocabulary);
    fs::create_symlink(elsewhere.folder() / "vocab.txt", files.folder() / "vocab.txt");
    QCOMPARE(refusal([&] { Tokenizer::load(files.folder()); }),
             std::string("weights.link_outside"));
}

QTEST_APPLESS_MAIN(TestTokenizerHostile)
#include "tst_tokenizer_hostile.moc"
