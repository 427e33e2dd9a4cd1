// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer_config.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/weights/folder_path.h"
#include "core/weights/shown.h"

#include <algorithm>
#include <charconv>

namespace luthier {

namespace fs = std::filesystem;

namespace {

/// Above this, model_max_length is transformers' way to say "no limit" (int(1e30)).
constexpr double longestModel = 1e9;

/// One of the JSON files with its path for messages.
struct Source
{
    std::string file;
    Json json = Json::object();
};

Error wrongType(const Source &source, const std::string &key)
{
    return failure(
        "text.config_value",
        LUTHIER_MESSAGE(
            "{file} has a value of the wrong kind for {key}; correct it or take the file from "
            "the model's source again."),
        {{"file", source.file}, {"key", shown(key)}});
}

Source readSource(const fs::path &folder, const char *name)
{
    const auto path = pathInFolder(folder, name);
    if (!path)
        return {};
    Source source{path->string(), readJson(*path)};
    if (!source.json.is_object())
        throw failure("text.config_object",
                      LUTHIER_MESSAGE("{file} must hold a JSON object; take it from the model's "
                                      "source again."),
                      {{"file", source.file}});
    return source;
}

std::optional<bool> flag(const Source &source, const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return std::nullopt;
    if (!found->is_boolean())
        throw wrongType(source, key);
    return found->get<bool>();
}

std::string text(const Source &source, const char *key)
{
    const auto found = source.json.find(key);
    if (found == source.json.end() || found->is_null())
        return {};
    if (!found->is_string())
        throw wrongType(source, key);
    return found->get<std::string>();
}

/// A token given as its text or as an object with its properties.
ConfiguredToken token(const Source &source, const std::string &key, const Json &value, bool special)
{
    ConfiguredToken token;
    token.special = special;
    token.normalized = !special;
    if (value.is_string()) {
        token.content = value.get<std::string>();
        return token;
    }
    if (!value.is_object() || !value.contains("content") || !value["content"].is_string())
        throw wrongType(source, key);
    token.content = value["content"].get<std::string>();
    token.special = special || flag(source, value, "special").value_or(false);
    token.single_word = flag(source, value, "single_word").value_or(false);
    token.lstrip = flag(source, value, "lstrip").value_or(false);
    token.rstrip = flag(source, value, "rstrip").value_or(false);
    token.normalized = flag(source, value, "normalized").value_or(!token.special);
    return token;
}

void readNamed(const Source &source, TokenizerConfig &config)
{
    for (const char *key : {"unk_token", "sep_token", "pad_token", "cls_token", "mask_token"})
        if (const auto found = source.json.find(key);
            found != source.json.end() && !found->is_null())
            config.named[key] = token(source, key, *found, true);
}

void readExtra(const Source &source, TokenizerConfig &config)
{
    for (const char *key : {"extra_special_tokens", "additional_special_tokens"})
        if (const auto found = source.json.find(key);
            found != source.json.end() && found->is_array())
            for (const Json &value : *found)
                config.extra.push_back(token(source, key, value, true));
}

/// tokenizer_config.json: {"added_tokens_decoder": {"103": {"content": "[MASK]", …}}}.
void readAddedDecoder(const Source &source, TokenizerConfig &config)
{
    for (const auto &[key, value] : source.json["added_tokens_decoder"].items()) {
        ConfiguredToken added = token(source, "added_tokens_decoder", value, false);
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), added.id);
        if (error != std::errc() || end != key.data() + key.size() || added.id < 0)
            throw wrongType(source, "added_tokens_decoder");
        config.added.push_back(std::move(added));
    }
}

/// added_tokens.json: {"[NEW]": 30522}.
void readAdded(const Source &source, TokenizerConfig &config)
{
    for (const auto &[content, id] : source.json.items()) {
        if (!id.is_number_unsigned() || id.get<uint64_t>() > INT32_MAX)
            throw wrongType(source, content);
        const auto same = [&content = content](const ConfiguredToken &other) {
            return other.content == content;
        };
        const bool special = std::any_of(config.extra.begin(), config.extra.end(), same) ||
                             std::any_of(config.named.begin(), config.named.end(),
                                         [&same](const auto &entry) { return same(entry.second); });
        config.added.push_back(
            {content, id.get<int64_t>(), special, false, false, false, !special});
    }
}

void readOptions(const Source &source, TokenizerConfig &config)
{
    const std::string name = text(source, "tokenizer_class");
    config.bert = name != "PreTrainedTokenizerFast" && name != "PreTrainedTokenizer" &&
                  name != "TokenizersBackend";
    config.do_lower_case = flag(source, source.json, "do_lower_case").value_or(true);
    config.tokenize_chinese_chars =
        flag(source, source.json, "tokenize_chinese_chars").value_or(true);
    config.strip_accents = flag(source, source.json, "strip_accents");
    if (const std::string side = text(source, "truncation_side"); !side.empty())
        config.truncatesLeft = side == "left";
    const auto length = source.json.find("model_max_length");
    if (length == source.json.end() || length->is_null())
        return;
    if (!length->is_number())
        throw wrongType(source, "model_max_length");
    if (const double value = length->get<double>(); value >= 1 && value <= longestModel)
        config.model_max_length = int64_t(value);
}

} // namespace

TokenizerConfig readTokenizerConfig(const fs::path &modelFolder)
{
    const Source source = readSource(modelFolder, "tokenizer_config.json");
    TokenizerConfig config;
    readOptions(source, config);
    if (config.bert)
        for (const auto &[key, content] :
             {std::pair("unk_token", "[UNK]"), std::pair("sep_token", "[SEP]"),
              std::pair("pad_token", "[PAD]"), std::pair("cls_token", "[CLS]"),
              std::pair("mask_token", "[MASK]")})
            config.named[key] = {content, -1, true, false, false, false, false};
    readNamed(source, config);
    readExtra(source, config);
    const auto decoder = source.json.find("added_tokens_decoder");
    if (decoder != source.json.end() && !decoder->is_null()) {
        if (!decoder->is_object())
            throw wrongType(source, "added_tokens_decoder");
        readAddedDecoder(source, config);
    } else {
        // The older files count only where the newer form is missing, as in transformers.
        const Source map = readSource(modelFolder, "special_tokens_map.json");
        readNamed(map, config);
        readExtra(map, config);
        readAdded(readSource(modelFolder, "added_tokens.json"), config);
    }
    std::stable_sort(config.added.begin(), config.added.end(),
                     [](const auto &a, const auto &b) { return a.id < b.id; });
    return config;
}

} // namespace luthier
