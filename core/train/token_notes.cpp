// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/token_notes.h"

#include <algorithm>
#include <array>

namespace luthier {

namespace {

constexpr size_t mostShown = 10;

/// Of the rows in their source.
std::vector<int64_t> rowsWithoutWords(const SpecialIds &special, const Examples &examples)
{
    const std::array roles{special.cls, special.sep, special.pad, special.mask};
    const auto saysNothing = [&](int32_t id) {
        return std::ranges::any_of(roles, [id](const auto &role) { return role == id; });
    };
    std::vector<int64_t> out;
    for (int64_t row = 0; row < examples.rows(); ++row)
        if (std::all_of(examples.ids.begin() + examples.offsets[size_t(row)],
                        examples.ids.begin() + examples.offsets[size_t(row) + 1], saysNothing))
            out.push_back(examples.row_ids[size_t(row)]);
    std::ranges::sort(out);
    return out;
}

std::string listed(const std::vector<int64_t> &rows)
{
    std::string out;
    for (size_t i = 0; i < std::min(rows.size(), mostShown); ++i)
        out += (i ? ", " : "") + std::to_string(rows[i]);
    return rows.size() > mostShown ? out + ", …" : out;
}

} // namespace

std::vector<Message> tokenNotes(const Tokenizer &tokenizer, const Examples &train,
                                const std::string &folder)
{
    std::vector<Message> notes;
    const std::array<std::string, 1> nothing;
    if (tokenizer.encode(nothing, {}, {.threads = 1}).ids.empty())
        notes.push_back(
            {"train.no_special_tokens",
             LUTHIER_MESSAGE("The tokenizer in {folder} puts no token of its own before "
                             "a text, so the model reads the first word of each in its "
                             "place; the model's complete tokenizer files do better."),
             {{"folder", folder}}});
    const std::vector<int64_t> rows = rowsWithoutWords(tokenizer.special(), train);
    if (!rows.empty())
        notes.push_back({"train.rows_without_words",
                         LUTHIER_MESSAGE("Training rows without a word: {count} (lines {lines}); "
                                         "they are trained on as they stand."),
                         {{"count", int64_t(rows.size())}, {"lines", listed(rows)}}});
    return notes;
}

} // namespace luthier
