// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/first_batch.h"

#include "core/kernels/torch_errors.h"
#include "core/train/text_parts.h"
#include "core/train/trainer.h"
#include "core/weights/model_folder.h"

#include <algorithm>
#include <iterator>

namespace luthier {

namespace {

using Ids = std::vector<int32_t>;
using IdSpan = std::span<const int32_t>;

/// Takes rows apart into what is read of them and what is cut off.
class RowReader
{
public:
    RowReader(const Tokenizer &tokenizer, bool pairs, size_t mostTokens);

    /// `row`: the ids that the model reads.
    std::vector<TokenStretch> read(IdSpan row, bool isCut, const std::string &text,
                                   const std::string &pair) const;

private:
    /// A row's two texts with what stands between them.
    struct Halves
    {
        IdSpan text, separator, pair;
    };

    Ids encoded(const std::string &text, const std::string &pair) const;
    IdSpan withoutEnds(IdSpan row) const;
    Halves halvesOf(IdSpan inner) const;
    std::string wordOf(int32_t id) const;
    void add(std::vector<TokenStretch> &parts, IdSpan ids, bool isRead) const;
    void addCut(std::vector<TokenStretch> &parts, IdSpan kept, IdSpan all) const;

    const Tokenizer &m_tokenizer;
    bool m_pairs;
    size_t m_mostTokens;
    size_t m_leading = 0, m_trailing = 0; ///< special tokens at a row's two ends
    Ids m_separator;                      ///< those between text and pair
};

RowReader::RowReader(const Tokenizer &tokenizer, bool pairs, size_t mostTokens)
    : m_tokenizer(tokenizer), m_pairs(pairs), m_mostTokens(mostTokens)
{
    const Ids frame = encoded({}, {}), row = encoded("a", "a");
    const auto begin = std::mismatch(frame.begin(), frame.end(), row.begin(), row.end()).first;
    const auto end =
        std::mismatch(frame.rbegin(), std::make_reverse_iterator(begin), row.rbegin(), row.rend())
            .first.base();
    m_leading = size_t(begin - frame.begin());
    m_trailing = size_t(frame.end() - end);
    m_separator.assign(begin, end);
}

Ids RowReader::encoded(const std::string &text, const std::string &pair) const
{
    const std::span<const std::string> none;
    return m_tokenizer.encode({&text, 1}, m_pairs ? std::span(&pair, 1) : none, {.threads = 1}).ids;
}

IdSpan RowReader::withoutEnds(IdSpan row) const
{
    const size_t ends = m_leading + m_trailing;
    return row.size() < ends ? IdSpan() : row.subspan(m_leading, row.size() - ends);
}

RowReader::Halves RowReader::halvesOf(IdSpan inner) const
{
    const auto found = std::ranges::search(inner, m_separator);
    if (found.empty())
        return {inner, {}, {}};
    const size_t at = size_t(found.begin() - inner.begin());
    return {inner.first(at), inner.subspan(at, m_separator.size()),
            inner.subspan(at + m_separator.size())};
}

/// Tokens that stand for bytes have no readable name of their own.
std::string RowReader::wordOf(int32_t id) const
{
    constexpr const char *spaces = " \t\r\n";
    const std::string text = m_tokenizer.decode({&id, 1}, false);
    const size_t begin = text.find_first_not_of(spaces);
    if (begin == std::string::npos)
        return m_tokenizer.token(id).value_or(std::to_string(id));
    return text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

void RowReader::add(std::vector<TokenStretch> &parts, IdSpan ids, bool isRead) const
{
    if (ids.empty())
        return;
    if (parts.empty() || parts.back().read != isRead)
        parts.push_back({.read = isRead});
    TokenStretch &stretch = parts.back();
    const size_t named = std::min(ids.size(), m_mostTokens - stretch.tokens.size());
    for (const int32_t id : ids.first(named))
        stretch.tokens.push_back(wordOf(id));
    stretch.more += int64_t(ids.size() - named);
}

void RowReader::addCut(std::vector<TokenStretch> &parts, IdSpan kept, IdSpan all) const
{
    const size_t rest = all.size() - std::min(all.size(), kept.size());
    const bool atTheEnd = std::ranges::equal(kept, all.first(all.size() - rest));
    if (!atTheEnd)
        add(parts, all.first(rest), false);
    add(parts, kept, true);
    if (atTheEnd)
        add(parts, all.last(rest), false);
}

std::vector<TokenStretch> RowReader::read(IdSpan row, bool isCut, const std::string &text,
                                          const std::string &pair) const
{
    std::vector<TokenStretch> parts;
    const IdSpan inner = withoutEnds(row);
    if (!isCut) {
        add(parts, inner, true);
        return parts;
    }
    const Ids whole = encoded(text, pair);
    const Halves kept = halvesOf(inner), all = halvesOf(withoutEnds(whole));
    addCut(parts, kept.text, all.text);
    add(parts, kept.separator, true);
    addCut(parts, kept.pair, all.pair);
    return parts;
}

/// Rows of the training part, in the order in which they are learned from.
std::vector<int64_t> firstRows(const RunConfig &config, const TextRows &train,
                               const Tokenizer &tokenizer, int64_t maxLength)
{
    Examples examples;
    // Only rows that are grouped by length have to be counted first.
    if (config.training.length_grouping)
        examples = encodeExamples(tokenizer, train.text, train.textPair, {}, {}, maxLength, 1);
    else
        examples.offsets.assign(train.size() + 1, 0);
    std::vector<int64_t> rows = StepRows(dataOrderOf(config.training, examples)).rows(1);
    rows.resize(std::min(rows.size(), size_t(config.training.per_device_train_batch_size)));
    return rows;
}

FirstBatch batchOfRows(const TextParts &parts, std::span<const int64_t> rows,
                       const Tokenizer &tokenizer, const FirstBatchOptions &options)
{
    const TextRows &train = parts.train;
    const bool pairs = !train.textPair.empty();
    std::vector<std::string> texts, pairTexts;
    for (const int64_t row : rows) {
        texts.push_back(train.text[size_t(row)]);
        if (pairs)
            pairTexts.push_back(train.textPair[size_t(row)]);
    }
    const Encoded encoded =
        tokenizer.encode(texts, pairTexts, {.max_length = options.max_length, .threads = 1});
    const RowReader reader(tokenizer, pairs, options.most_tokens);
    const RowLabelsView truth{train.label, train.labelOffsets};
    FirstBatch batch{.size = int64_t(rows.size()), .tokens = int64_t(encoded.ids.size())};
    for (size_t i = 0; i < rows.size(); ++i) {
        const int64_t begin = encoded.offsets[i], length = encoded.offsets[i + 1] - begin;
        batch.longest = std::max(batch.longest, length);
        if (i >= options.most_rows)
            continue;
        BatchRow row{.tokens = length};
        for (const int64_t label : truth.of(size_t(rows[i])))
            row.labels.push_back(parts.labels.names()[size_t(label)]);
        row.parts = reader.read(IdSpan(encoded.ids).subspan(size_t(begin), size_t(length)),
                                encoded.full_lengths[i] > length, texts[i],
                                pairs ? pairTexts[i] : std::string());
        batch.rows.push_back(std::move(row));
    }
    return batch;
}

} // namespace

Result<FirstBatch> firstBatch(const RunConfig &config, const FirstBatchOptions &options,
                              std::stop_token stop)
{
    return guardedTorch([&]() -> FirstBatch {
        const TextParts parts =
            readTextParts(config.dataset, config.task, {}, stop, {}, config.training.problem_type);
        if (parts.train.size() == 0 || int64_t(parts.train.size()) != options.train_rows)
            return {};
        const Tokenizer tokenizer = Tokenizer::load(ModelFolder::open(config.model).path());
        const std::vector<int64_t> rows =
            firstRows(config, parts.train, tokenizer, options.max_length);
        return batchOfRows(parts, rows, tokenizer, options);
    });
}

} // namespace luthier
