// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/kept_text.h"

#include <algorithm>

namespace luthier {

namespace {

using Ids = std::vector<int32_t>;

/// Ends of a text's stretches, in bytes, ascending.
using Ends = std::vector<size_t>;

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

Ends wordEnds(const std::string &text)
{
    Ends ends;
    for (size_t at = 1; at <= text.size(); ++at)
        if (!isSpace(text[at - 1]) && (at == text.size() || isSpace(text[at])))
            ends.push_back(at);
    return ends;
}

Ends letterEnds(const std::string &text, size_t from, size_t to)
{
    Ends ends;
    for (size_t at = from + 1; at <= to; ++at)
        if (at == text.size() || (uint8_t(text[at]) & 0xc0) != 0x80)
            ends.push_back(at);
    return ends;
}

Ids idsOf(const Tokenizer &tokenizer, const std::string &text)
{
    return tokenizer.encode({&text, 1}, {}, {.add_special_tokens = false, .threads = 1}).ids;
}

class Beginnings
{
public:
    Beginnings(const Tokenizer &tokenizer, const std::string &text, Ids kept)
        : m_tokenizer(tokenizer), m_text(text), m_kept(std::move(kept))
    {
    }

    /// The shortest beginning whose first tokens are the kept ones.
    size_t bytes() const
    {
        const Ends words = wordEnds(m_text);
        const size_t word = firstThatHolds(words, m_kept.size());
        const size_t begin = word > 0 ? words[word - 1] : 0;
        const size_t end = word < words.size() ? words[word] : m_text.size();
        // A piece of a word may take more tokens than the whole: near the place, all are tried.
        const Ends letters = letterEnds(m_text, begin, end);
        if (letters.empty())
            return end;
        constexpr size_t around = 16;
        const size_t guess = firstThatHolds(letters, letters.size());
        for (size_t at = guess - std::min(guess, around);
             at < std::min(letters.size(), guess + around); ++at)
            if (holds(letters[at]))
                return letters[at];
        return end;
    }

private:
    Ids idsUpTo(size_t end) const { return idsOf(m_tokenizer, m_text.substr(0, end)); }

    bool holds(size_t end) const
    {
        const Ids ids = idsUpTo(end);
        return ids.size() >= m_kept.size() && std::equal(m_kept.begin(), m_kept.end(), ids.begin());
    }

    /// Index of the first end with as many tokens as are kept; it is looked for below `reach`
    /// first, since a long text is never split as a whole when its beginning will do.
    size_t firstThatHolds(const Ends &ends, size_t reach) const
    {
        const auto enough = [this](size_t end) { return idsUpTo(end).size() >= m_kept.size(); };
        size_t high = std::min(std::max<size_t>(reach, 1), ends.size());
        while (high < ends.size() && !enough(ends[high - 1]))
            high = std::min(2 * high, ends.size());
        const auto found = std::partition_point(ends.begin(), ends.begin() + ptrdiff_t(high),
                                                [&enough](size_t end) { return !enough(end); });
        return size_t(found - ends.begin());
    }

    const Tokenizer &m_tokenizer;
    const std::string &m_text;
    Ids m_kept;
};

/// How many of `ids` stand in `row` from `at` on.
size_t sharedFrom(const Ids &row, size_t at, const Ids &ids)
{
    size_t count = 0;
    while (at + count < row.size() && count < ids.size() && row[at + count] == ids[count])
        ++count;
    return count;
}

size_t keptBytes(const Tokenizer &tokenizer, const std::string &text, const Ids &ids, size_t kept)
{
    if (kept == 0 || kept >= ids.size())
        return kept == 0 ? 0 : text.size();
    return Beginnings(tokenizer, text, Ids(ids.begin(), ids.begin() + ptrdiff_t(kept))).bytes();
}

} // namespace

KeptText keptText(const Tokenizer &tokenizer, const std::string &text,
                  const std::optional<std::string> &pair, int64_t maxLength)
{
    const std::string second = pair.value_or(std::string()), empty;
    const auto encode = [&](const std::string &first, const std::string &other) {
        return tokenizer.encode({&first, 1},
                                pair ? std::span(&other, 1) : std::span<const std::string>(),
                                {.max_length = maxLength, .threads = 1});
    };
    const Encoded row = encode(text, second);
    KeptText kept{int64_t(row.ids.size()), row.full_lengths[0], text.size(), second.size()};
    if (!kept.isCut())
        return kept;
    const Ids frame = encode(empty, empty).ids;
    const Ids ids = idsOf(tokenizer, text), pairIds = idsOf(tokenizer, second);
    const size_t leading = sharedFrom(row.ids, 0, frame);
    const size_t content = row.ids.size() - std::min(row.ids.size(), frame.size());
    const size_t keptFirst = std::min(sharedFrom(row.ids, leading, ids), content);
    const size_t keptSecond = content - keptFirst;
    const bool fromTheLeft = !pair && keptFirst != content;
    if (fromTheLeft || keptSecond > pairIds.size())
        return kept;
    kept.text_bytes = keptBytes(tokenizer, text, ids, keptFirst);
    kept.pair_bytes = keptBytes(tokenizer, second, pairIds, keptSecond);
    return kept;
}

} // namespace luthier
