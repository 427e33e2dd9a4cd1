// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace luthier {

/// A token as tokenizer_config.json and its companions describe it (AddedToken in the tokenizers
/// library).
struct ConfiguredToken
{
    std::string content;
    int64_t id = -1; ///< that the token must get; -1: any
    bool special = false, single_word = false, lstrip = false, rstrip = false, normalized = true;
};

/// What stands beside the vocabulary: tokenizer_config.json, special_tokens_map.json,
/// added_tokens.json.
struct TokenizerConfig
{
    bool bert = true; ///< a class whose options decide over BERT's normalizer, not the one in
                      ///< tokenizer.json
    bool do_lower_case = true;
    bool tokenize_chinese_chars = true;
    std::optional<bool> strip_accents; ///< nothing: as do_lower_case
    std::optional<bool> truncatesLeft;
    std::optional<int64_t> model_max_length;
    std::map<std::string, ConfiguredToken> named; ///< by role: "cls_token"
    std::vector<ConfiguredToken> added;           ///< with ids, in their order
    std::vector<ConfiguredToken> extra;           ///< special tokens without a role
};

/// Every file may be missing; the defaults are those of transformers' BertTokenizer.
/// Throws an Error that names the file and the key when a value has the wrong type.
TokenizerConfig readTokenizerConfig(const std::filesystem::path &modelFolder);

} // namespace luthier
