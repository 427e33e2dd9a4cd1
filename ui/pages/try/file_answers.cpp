// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/file_answers.h"

#include <algorithm>

namespace luthier {

namespace {

/// Texts that one side answers before the other does: what a stop loses at most.
constexpr size_t textsPerPart = 64;

std::span<const std::string> part(const std::vector<std::string> &all, size_t first, size_t count)
{
    return all.empty() ? std::span<const std::string>() : std::span(all).subspan(first, count);
}

/// Both sides' answers to `count` texts from `first` on, or neither's: throws when stopped.
void answerPart(AskedTexts &asked, const Parties &parties, size_t first, size_t count,
                const std::stop_token &stop)
{
    std::array<std::vector<Answer>, sideCount> answers;
    for (const Side side : {Before, After}) {
        if (!parties.sides[side].answers())
            continue;
        auto found = parties.sides[side].model->answer(part(asked.texts, first, count),
                                                       part(asked.pairs, first, count), stop);
        if (!found)
            throw found.error();
        answers[side] = std::move(found.value().rows);
    }
    for (const Side side : {Before, After})
        for (const Answer &answer : answers[side])
            asked.answers[side].emplace_back(given(reordered(answer, parties.sides[side].order)));
}

AskedTexts textsOf(Questions &&questions, const Parties &parties)
{
    AskedTexts out{.labels = parties.labels,
                   .texts = std::move(questions.rows.text),
                   .pairs = std::move(questions.rows.textPair),
                   .truth = std::move(questions.labels),
                   .cells = questions.cells};
    for (const Party &party : parties.sides)
        out.several |= party.answers() && party.severalLabels;
    return out;
}

void keepFirst(AskedTexts &asked, size_t count)
{
    for (auto *column : {&asked.texts, &asked.pairs, &asked.truth})
        column->resize(std::min(column->size(), count));
}

} // namespace

Result<FileAnswers> answerFile(const Parties &parties, const std::filesystem::path &file,
                               std::stop_token stop, const ProgressHandler &onProgress)
{
    return guarded([&] {
        auto read = readQuestions(file, parties.columns, parties.task, parties.severalLabels, stop,
                                  onProgress);
        if (!read)
            throw read.error();
        FileAnswers out{.asked = textsOf(std::move(read.value()), parties)};
        const size_t total = out.asked.texts.size();
        out.total = int64_t(total);
        size_t done = 0;
        try {
            while (done < total) {
                const size_t count = std::min(textsPerPart, total - done);
                answerPart(out.asked, parties, done, count, stop);
                done += count;
                onProgress({{"evaluate.asking", LUTHIER_MESSAGE("Asking"), {}},
                            int64_t(done),
                            int64_t(total)});
            }
        } catch (const Error &error) {
            if (error.code != Error::Code::Cancelled || done == 0)
                throw;
            keepFirst(out.asked, done);
        }
        return out;
    });
}

} // namespace luthier
