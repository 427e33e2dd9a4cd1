// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/token_lengths.h"

#include "core/data/row_texts.h"
#include "core/data/stop_check.h"
#include "core/text/tokenizer.h"

#include <algorithm>

namespace luthier {

namespace {

constexpr int64_t rowsAtOnce = 512;

std::vector<int32_t> inUse(std::span<const int32_t> lengths,
                           std::span<const std::optional<Part>> partOf)
{
    std::vector<int32_t> used;
    for (size_t row = 0; row < lengths.size(); ++row)
        if (partOf[row])
            used.push_back(lengths[row]);
    return used;
}

} // namespace

Result<TokenLengths> measureTokenLengths(const Table &table, const Columns &columns,
                                         const std::filesystem::path &modelFolder,
                                         std::stop_token stop, const ProgressHandler &onProgress)
{
    return guarded([&] {
        const Tokenizer tokenizer = Tokenizer::load(modelFolder);
        const RowTexts texts(table, columns);
        const Message phase{"data.counting_tokens", LUTHIER_MESSAGE("Counting tokens"), {}};
        TokenLengths found;
        found.longestPossible = int32_t(tokenizer.modelMaxLength().value_or(0));
        std::vector<std::string> text, pair;
        for (int64_t first = 0; first < table.rows(); first += rowsAtOnce) {
            heedStop(stop);
            text.clear();
            pair.clear();
            for (int64_t row = first; row < std::min(first + rowsAtOnce, table.rows()); ++row) {
                const RowText here = texts.at(row);
                text.emplace_back(here.text);
                if (texts.hasPair())
                    pair.emplace_back(here.pair);
            }
            const Encoded encoded =
                tokenizer.encode(text, pair, {.first_row = table.sourceRow[size_t(first)]});
            found.ofRow.insert(found.ofRow.end(), encoded.full_lengths.begin(),
                               encoded.full_lengths.end());
            if (onProgress)
                onProgress({phase, int64_t(found.ofRow.size()), table.rows()});
        }
        return found;
    });
}

LengthHistogram histogramOf(std::span<const int32_t> lengths,
                            std::span<const std::optional<Part>> partOf, int mostBins)
{
    std::vector<int32_t> used = inUse(lengths, partOf);
    LengthHistogram histogram;
    if (used.empty())
        return histogram;
    std::ranges::sort(used);
    histogram.median = used[used.size() / 2];
    histogram.longest = used.back();
    const int32_t shown = used[used.size() - 1 - used.size() / 20];
    while (int64_t(histogram.binWidth) * mostBins < shown)
        histogram.binWidth *= 2;
    const int64_t bins = std::min<int64_t>(mostBins, (histogram.longest + histogram.binWidth - 1) /
                                                         histogram.binWidth);
    histogram.rows.resize(size_t(std::max<int64_t>(1, bins)));
    for (const int32_t length : used) {
        const auto bin = size_t(std::max(0, length - 1) / histogram.binWidth);
        ++histogram.rows[std::min(bin, histogram.rows.size() - 1)];
        histogram.tokens += length;
    }
    return histogram;
}

DataProblem tooLong(std::span<const int32_t> lengths, std::span<const std::optional<Part>> partOf,
                    int64_t cutOff)
{
    DataProblem problem{.id = "too_long", .weight = DataProblem::Weight::Warning};
    for (size_t row = 0; row < lengths.size(); ++row)
        if (partOf[row] && lengths[row] > cutOff)
            problem.rows.push_back(int64_t(row));
    problem.count = int64_t(problem.rows.size());
    problem.message = {"problem.too_long",
                       LUTHIER_MESSAGE("The model reads the first {tokens} tokens of them; the "
                                       "rest is cut off."),
                       {{"tokens", cutOff}}};
    return problem;
}

} // namespace luthier
