// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/file_answers.h"

namespace luthier {

namespace {

std::vector<GivenAnswer> answersOf(const Party &party, const TextRows &rows, std::stop_token stop,
                                   const ProgressHandler &onProgress)
{
    const auto answers = party.model->answer(rows.text, rows.textPair, stop, onProgress);
    if (!answers)
        throw answers.error();
    std::vector<GivenAnswer> out;
    for (const Answer &answer : answers.value().rows)
        out.push_back(given(reordered(answer, party.order)));
    return out;
}

} // namespace

Result<AskedTexts> answerFile(const Parties &parties, const std::filesystem::path &file,
                              std::stop_token stop, const ProgressHandler &onProgress)
{
    return guarded([&] {
        const auto read = readQuestions(file, parties.columns, parties.task, stop, onProgress);
        if (!read)
            throw read.error();
        AskedTexts out{.labels = parties.labels,
                       .texts = read.value().rows.text,
                       .pairs = read.value().rows.textPair,
                       .truth = read.value().labels};
        int64_t asked = 0, sides = 0;
        for (const Party &party : parties.sides)
            sides += party.answers();
        for (const Side side : {Before, After}) {
            if (!parties.sides[side].answers())
                continue;
            out.answers[side] = answersOf(
                parties.sides[side], read.value().rows, stop, [&](const Progress &progress) {
                    onProgress({progress.phase, asked + progress.done, sides * progress.total});
                });
            asked += out.rows();
        }
        return out;
    });
}

} // namespace luthier
