// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/native/luthier_native.h"
#include "core/text/native_error.h"
#include "core/text/tokenizer_config.h"
#include "core/weights/folder_path.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr uint64_t largestFile = 200'000'000;

lt_text view(std::string_view text)
{
    return {text.data(), text.size()};
}

std::string taken(lt_string string)
{
    std::string text(string.data, string.size);
    lt_string_free(string);
    return text;
}

lt_bert_options bertOptions(const TokenizerConfig &config)
{
    return {config.do_lower_case, config.strip_accents ? int(*config.strip_accents) : -1,
            config.tokenize_chinese_chars};
}

/// The vocabulary itself, from `file`: a tokenizer.json or a vocab.txt.
lt_tokenizer *readVocabulary(const fs::path &file, const TokenizerConfig &config)
{
    const std::string content = files::read(file, largestFile);
    const auto *bytes = reinterpret_cast<const uint8_t *>(content.data());
    const lt_bert_options bert = bertOptions(config);
    lt_tokenizer *tokenizer = nullptr;
    lt_error error{};
    if (file.extension() == ".json") {
        const int code = lt_tokenizer_from_json(bytes, content.size(),
                                                config.bert ? &bert : nullptr, &tokenizer, &error);
        throwIfFileFailed(code, error, file);
        return tokenizer;
    }
    std::array<std::string, 3> names{"[UNK]", "[CLS]", "[SEP]"};
    for (auto [name, key] : {std::pair(&names[0], "unk_token"), std::pair(&names[1], "cls_token"),
                             std::pair(&names[2], "sep_token")})
        if (const auto found = config.named.find(key); found != config.named.end())
            *name = found->second.content;
    const lt_text special[3]{view(names[0]), view(names[1]), view(names[2])};
    const int code =
        lt_tokenizer_from_vocab(bytes, content.size(), &bert, special, &tokenizer, &error);
    throwIfFileFailed(code, error, file);
    return tokenizer;
}

/// Adds what the configuration asks for: tokens with ids as they are, then special ones; a role
/// whose token is not in the vocabulary stays empty, for the model has no embedding for it.
void addTokens(lt_tokenizer *tokenizer, const TokenizerConfig &config, const Tokenizer &lookup,
               const fs::path &file)
{
    std::vector<lt_added_token> tokens;
    const auto add = [&tokens](const ConfiguredToken &token) {
        tokens.push_back({view(token.content), token.id, token.special, token.single_word,
                          token.lstrip, token.rstrip, token.normalized});
    };
    std::for_each(config.added.begin(), config.added.end(), add);
    for (const auto &[role, token] : config.named)
        if (lookup.id(token.content))
            add(token);
    std::for_each(config.extra.begin(), config.extra.end(), add);
    lt_error error{};
    throwIfFileFailed(lt_tokenizer_add_tokens(tokenizer, tokens.data(), tokens.size(), &error),
                      error, file);
}

SpecialIds specialIds(const TokenizerConfig &config, const Tokenizer &tokenizer)
{
    const auto find = [&](const char *key, const char *usual) {
        const auto named = config.named.find(key);
        return tokenizer.id(named == config.named.end() ? usual : named->second.content);
    };
    return {find("cls_token", "[CLS]"), find("sep_token", "[SEP]"), find("pad_token", "[PAD]"),
            find("unk_token", "[UNK]"), find("mask_token", "[MASK]")};
}

} // namespace

void Tokenizer::Free::operator()(lt_tokenizer *tokenizer) const
{
    lt_tokenizer_free(tokenizer);
}

Tokenizer Tokenizer::load(const fs::path &modelFolder)
{
    auto file = pathInFolder(modelFolder, "tokenizer.json");
    if (!file)
        file = pathInFolder(modelFolder, "vocab.txt");
    if (!file)
        throw failure(
            "text.no_tokenizer",
            LUTHIER_MESSAGE(
                "{folder} holds neither tokenizer.json nor vocab.txt, so texts cannot be split "
                "into tokens; put the model's tokenizer files there."),
            {{"folder", modelFolder.string()}});
    const TokenizerConfig config = readTokenizerConfig(modelFolder);
    Tokenizer tokenizer;
    tokenizer.m_native.reset(readVocabulary(*file, config));
    addTokens(tokenizer.m_native.get(), config, tokenizer, *file);
    tokenizer.describe();
    tokenizer.m_truncateLeft = config.truncatesLeft.value_or(tokenizer.m_truncateLeft);
    tokenizer.m_modelMaxLength = config.model_max_length;
    tokenizer.m_special = specialIds(config, tokenizer);
    for (const char *name : {"tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
                             "vocab.txt", "added_tokens.json"})
        if (const auto path = pathInFolder(modelFolder, name))
            tokenizer.m_files.push_back(*path);
    return tokenizer;
}

void Tokenizer::describe()
{
    lt_tokenizer_info info{};
    lt_error error{};
    throwIfFailed(lt_tokenizer_describe(m_native.get(), &info, &error), error);
    m_vocabularySize = int64_t(info.vocabulary_size);
    m_idLimit = int64_t(info.id_limit);
    m_truncateLeft = info.truncates_left != 0;
}

Encoded Tokenizer::encode(std::span<const std::string> texts, std::span<const std::string> pairs,
                          const EncodeOptions &options) const
{
    if (!pairs.empty() && pairs.size() != texts.size())
        throw std::invalid_argument("Tokenizer::encode: as many pairs as texts");
    std::vector<lt_text> first, second;
    std::transform(texts.begin(), texts.end(), std::back_inserter(first), view);
    std::transform(pairs.begin(), pairs.end(), std::back_inserter(second), view);
    const lt_encode_options wanted{size_t(std::max<int64_t>(options.max_length, 0)),
                                   size_t(std::max(options.threads, 0)), options.add_special_tokens,
                                   m_truncateLeft};
    lt_encoded native{};
    lt_error error{};
    const int code =
        lt_encode_batch(m_native.get(), first.data(), second.empty() ? nullptr : second.data(),
                        first.size(), &wanted, &native, &error);
    throwIfRowFailed(code, error, options);
    const std::unique_ptr<lt_encoded, void (*)(lt_encoded *)> owner(
        &native, [](lt_encoded *e) { lt_encoded_free(*e); });
    Encoded encoded;
    encoded.ids.assign(native.ids, native.ids + native.tokens);
    encoded.type_ids.assign(native.type_ids, native.type_ids + native.tokens);
    encoded.full_lengths.assign(native.full_lengths, native.full_lengths + native.rows);
    encoded.offsets.reserve(native.rows + 1);
    for (size_t row = 0; row < native.rows; ++row)
        encoded.offsets.push_back(encoded.offsets.back() + native.lengths[row]);
    return encoded;
}

std::string Tokenizer::decode(std::span<const int32_t> ids, bool skipSpecialTokens) const
{
    lt_string text{};
    lt_error error{};
    throwIfFailed(lt_decode(m_native.get(), reinterpret_cast<const uint32_t *>(ids.data()),
                            ids.size(), skipSpecialTokens, &text, &error),
                  error);
    return taken(text);
}

std::optional<int32_t> Tokenizer::id(std::string_view token) const
{
    int64_t id = -1;
    lt_error error{};
    throwIfFailed(lt_token_to_id(m_native.get(), view(token), &id, &error), error);
    return id < 0 ? std::nullopt : std::optional(int32_t(id));
}

std::optional<std::string> Tokenizer::token(int32_t id) const
{
    lt_string text{};
    lt_error error{};
    throwIfFailed(lt_id_to_token(m_native.get(), uint32_t(id), &text, &error), error);
    return text.data ? std::optional(taken(text)) : std::nullopt;
}

} // namespace luthier
