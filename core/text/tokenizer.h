// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct lt_tokenizer;

namespace luthier {

struct EncodeOptions
{
    int64_t max_length = 0; ///< tokens, special ones included; 0: no limit
    bool add_special_tokens = true;
    int threads = 0;       ///< 0: as many as there are processors
    int64_t first_row = 1; ///< what messages call the first text
};

/// Token ids of all rows, one row after the other, without padding.
struct Encoded
{
    std::vector<int32_t> ids;        ///< [tokens]
    std::vector<uint8_t> type_ids;   ///< [tokens] 0: the text, 1: its pair
    std::vector<int64_t> offsets{0}; ///< [rows + 1] row r is offsets[r] .. offsets[r + 1]
    std::vector<int32_t>
        full_lengths; ///< [rows] before cutting to max_length, special tokens included

    int64_t rows() const { return int64_t(full_lengths.size()); }
};

/// Ids of the tokens with a role; nothing where the tokenizer has no such token.
struct SpecialIds
{
    std::optional<int32_t> cls, sep, pad, unk, mask;
};

/// A Hugging Face tokenizer. The ids are those of transformers' AutoTokenizer for the same folder:
/// tokenizer.json, else a BERT vocab.txt; a tokenizer_config.json decides over lower case, accents,
/// Chinese characters, special and added tokens as it does there (transformers 5.23,
/// tokenization_bert.py and tokenization_utils_tokenizers.py). Truncation, padding and BPE dropout
/// that are stored in tokenizer.json are switched off. `encode` and the other const functions may
/// run on several threads at once.
class Tokenizer
{
public:
    /// Throws an Error that names the file and what is wrong with it. Files over 200 MB are
    /// refused.
    static Tokenizer load(const std::filesystem::path &modelFolder);

    /// `pairs` is empty or as long as `texts`. Too long rows are cut as transformers does with
    /// truncation "longest_first". The result is the same for any number of threads.
    /// Throws an Error that names the first row which is not UTF-8, has over 8 MiB or cannot be
    /// split.
    Encoded encode(std::span<const std::string> texts, std::span<const std::string> pairs = {},
                   const EncodeOptions &options = {}) const;

    std::string decode(std::span<const int32_t> ids, bool skipSpecialTokens = true) const;
    std::optional<int32_t> id(std::string_view token) const;
    std::optional<std::string> token(int32_t id) const;

    const SpecialIds &special() const { return m_special; }
    /// Number of tokens, added ones included.
    int64_t vocabularySize() const { return m_vocabularySize; }
    /// Highest id + 1: the rows that the model's embedding must have at least.
    int64_t idLimit() const { return m_idLimit; }
    /// `model_max_length` of tokenizer_config.json, unless it is missing or stands for "no limit".
    std::optional<int64_t> modelMaxLength() const { return m_modelMaxLength; }
    /// The tokenizer's files in the model's folder: what a saved model needs a copy of.
    const std::vector<std::filesystem::path> &files() const { return m_files; }

private:
    struct Free
    {
        void operator()(lt_tokenizer *tokenizer) const;
    };

    Tokenizer() = default;
    void describe();

    std::unique_ptr<lt_tokenizer, Free> m_native;
    SpecialIds m_special;
    int64_t m_vocabularySize = 0;
    int64_t m_idLimit = 0;
    std::optional<int64_t> m_modelMaxLength;
    bool m_truncateLeft = false;
    std::vector<std::filesystem::path> m_files;
};

} // namespace luthier
