// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/column_names.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace luthier {

namespace {

constexpr size_t mostNamesShown = 20;

/// Levenshtein's distance in bytes.
size_t distance(const std::string &a, const std::string &b)
{
    std::vector<size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), size_t(0));
    for (size_t i = 0; i < a.size(); ++i) {
        size_t diagonal = std::exchange(row[0], i + 1);
        for (size_t j = 0; j < b.size(); ++j) {
            const size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            plain += char(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80))
            plain += c;
    }
    return plain;
}

const std::vector<std::string> &usualNames(Role role)
{
    static const std::array<std::vector<std::string>, 5> names{{
        {"text",     "body",       "sentence",  "review", "content",  "comment", "message",
         "document", "reviewtext", "utterance", "tweet",  "post",     "article", "description",
         "question", "query",      "input",     "prompt", "headline", "title",   "subject",
         "텍스트",   "본문",       "문장",      "내용",   "리뷰",     "댓글",    "글"},
        {"textpair", "text2", "sentence2", "hypothesis", "secondtext"},
        {"label",     "labels",   "category", "class",   "kind",   "type",  "target",
         "sentiment", "topic",    "intent",   "emotion", "rating", "stars", "score",
         "tag",       "genre",    "polarity", "output",  "y",      "라벨",  "레이블",
         "분류",      "카테고리", "감정",     "주제"},
        {"id", "idx", "index", "rowid", "uid", "uuid", "guid", "번호"},
        {"split", "partition", "fold", "subset", "set", "part"},
    }};
    return names[size_t(role)];
}

bool isUsualColumnName(std::string_view name)
{
    const std::string plain = plainName(name);
    for (const Role role : {Role::Text, Role::TextPair, Role::Label, Role::Id, Role::Split})
        if (std::ranges::find(usualNames(role), plain) != usualNames(role).end())
            return true;
    return false;
}

const std::vector<std::pair<std::string, std::string>> &usualPairs()
{
    static const std::vector<std::pair<std::string, std::string>> pairs{
        {"text", "textpair"},       {"text1", "text2"},         {"texta", "textb"},
        {"sentence1", "sentence2"}, {"sentencea", "sentenceb"}, {"premise", "hypothesis"},
        {"question1", "question2"}, {"question", "passage"},    {"question", "context"},
        {"question", "sentence"},   {"query", "passage"},
    };
    return pairs;
}

std::string listedNames(const std::vector<std::string> &names)
{
    std::string list;
    for (size_t i = 0; i < names.size() && i <= mostNamesShown; ++i)
        list += (i == 0 ? "" : ", ") + (i < mostNamesShown ? names[i] : "…");
    return list;
}

Error missingColumn(const std::string &wanted, const std::vector<std::string> &available,
                    const std::string &file)
{
    const std::string names = listedNames(available);
    std::string nearest;
    size_t best = std::string::npos;
    for (const std::string &name : available)
        if (const size_t d = distance(plainName(wanted), plainName(name)); d < best) {
            best = d;
            nearest = name;
        }
    if (best <= wanted.size() / 2)
        return failure(
            "data.missing_column_near",
            LUTHIER_MESSAGE(
                "{file} has no column {column}; did you mean {nearest}? Its columns: {names}."),
            {{"file", file}, {"column", wanted}, {"nearest", nearest}, {"names", names}});
    return failure(
        "data.missing_column",
        LUTHIER_MESSAGE("{file} has no column {column}; choose one of its columns: {names}."),
        {{"file", file}, {"column", wanted}, {"names", names}});
}

} // namespace luthier
