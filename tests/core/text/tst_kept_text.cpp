// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/text/kept_text.h"

#include <QtTest>

using namespace luthier;
namespace fs = std::filesystem;

namespace {

std::vector<int32_t> tokensOf(const Tokenizer &tokenizer, const std::string &text)
{
    const std::vector<std::string> texts{text};
    const auto ids = tokenizer.encode(texts, {}, {.add_special_tokens = false}).ids;
    return {ids.begin(), ids.end()};
}

std::string withoutLastLetter(std::string text)
{
    while (!text.empty() && (uint8_t(text.back()) & 0xc0) == 0x80)
        text.pop_back();
    if (!text.empty())
        text.pop_back();
    return text;
}

/// Whatever the tokenizer: what is kept of the text begins with the tokens that the model reads
/// between its two special ones, and one letter less would not.
void compareWithEncoding(const Tokenizer &tokenizer, const std::string &text, int64_t maxLength)
{
    const KeptText kept = keptText(tokenizer, text, std::nullopt, maxLength);
    const std::string beginning = text.substr(0, kept.text_bytes);
    const std::vector<std::string> whole{text};
    const Encoded expected = tokenizer.encode(whole, {}, {.max_length = maxLength});
    QCOMPARE(kept.tokens, int64_t(expected.ids.size()));
    QCOMPARE(kept.needed, int64_t(expected.full_lengths[0]));
    const std::vector<int32_t> read(expected.ids.begin() + 1, expected.ids.end() - 1);
    const auto holds = [&](const std::string &part) {
        const std::vector<int32_t> tokens = tokensOf(tokenizer, part);
        return tokens.size() >= read.size() && std::equal(read.begin(), read.end(), tokens.begin());
    };
    QVERIFY2(holds(beginning), beginning.c_str());
    if (kept.isCut())
        QVERIFY2(!holds(withoutLastLetter(beginning)), beginning.c_str());
    else
        QCOMPARE(kept.text_bytes, text.size());
}

} // namespace

class KeptTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBeginningHasTheKeptTokens_data();
    void theBeginningHasTheKeptTokens();
    void aShortTextIsKeptWhole();
    void theCutStandsAtTheWord();
    void bothTextsOfAPairAreCut();
    void aLongTextWithoutSpaces();
};

void KeptTextTest::theBeginningHasTheKeptTokens_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"bert-tiny-full", "roberta-tiny-full", "electra-tiny-full"})
        QTest::newRow(model)
            << QStringLiteral(LUTHIER_TEST_DATA "/parity/%1/model").arg(QLatin1String(model));
}

void KeptTextTest::theBeginningHasTheKeptTokens()
{
    QFETCH(QString, model);
    const Tokenizer tokenizer = Tokenizer::load(model.toStdString());
    const std::string text =
        "but before lake day- more from\ninto fern  day hasing like frog no as "
        "is, gr\xc3\xbcn \xea\xb0\x80\xeb\x82\x98\xeb\x8b\xa4 unbelievable "
        "only On may dayed his berry about newing one lake.";
    for (int64_t maxLength = 3; maxLength < 60; ++maxLength)
        compareWithEncoding(tokenizer, text, maxLength);
}

void KeptTextTest::aShortTextIsKeptWhole()
{
    const Tokenizer tokenizer =
        Tokenizer::load(fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model");
    const KeptText kept = keptText(tokenizer, "fire more off ", std::nullopt, 32);
    QVERIFY(!kept.isCut());
    QCOMPARE(kept.text_bytes, size_t(14));
    QCOMPARE(kept.tokens, kept.needed);
    QVERIFY(!keptText(tokenizer, "", std::nullopt, 4).isCut());
}

void KeptTextTest::theCutStandsAtTheWord()
{
    const Tokenizer tokenizer =
        Tokenizer::load(fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model");
    // [CLS] fire more [SEP]: two words fit.
    const KeptText kept = keptText(tokenizer, "fire more off", std::nullopt, 4);
    QCOMPARE(kept.tokens, int64_t(4));
    QCOMPARE(kept.needed, int64_t(5));
    QCOMPARE(kept.text_bytes, std::string("fire more").size());
}

void KeptTextTest::bothTextsOfAPairAreCut()
{
    const Tokenizer tokenizer =
        Tokenizer::load(fs::path(LUTHIER_TEST_DATA) / "parity/bert-tiny-full/model");
    // [CLS] fire more [SEP] lake day [SEP]
    const KeptText kept =
        keptText(tokenizer, "fire more off fire", std::optional<std::string>("lake day no is"), 7);
    QCOMPARE(kept.tokens, int64_t(7));
    QCOMPARE(kept.needed, int64_t(11));
    QCOMPARE(kept.text_bytes, std::string("fire more").size());
    QCOMPARE(kept.pair_bytes, std::string("lake day").size());
    const KeptText one =
        keptText(tokenizer, "fire", std::optional<std::string>("lake day no is"), 7);
    QCOMPARE(one.text_bytes, size_t(4));
    QCOMPARE(one.pair_bytes, std::string("lake day no").size());
}

void KeptTextTest::aLongTextWithoutSpaces()
{
    const Tokenizer tokenizer =
        Tokenizer::load(fs::path(LUTHIER_TEST_DATA) / "parity/roberta-tiny-full/model");
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += "fire,";
    compareWithEncoding(tokenizer, text, 40);
}

QTEST_APPLESS_MAIN(KeptTextTest)
#include "tst_kept_text.moc"
