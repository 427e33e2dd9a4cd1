// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/asked_texts.h"

#include "core/base/files.h"

#include <QByteArray>

#include <algorithm>

namespace luthier {

namespace {

void addCell(std::string &line, const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        line += text;
        return;
    }
    line += '"';
    for (const char letter : text)
        line += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    line += '"';
}

std::string headOf(const AskedTexts &asked)
{
    std::string head = "text";
    if (!asked.pairs.empty())
        head += ",text_pair";
    if (!asked.truth.empty())
        head += ",label";
    if (!asked.answers[Before].empty())
        head += ",before,before_score";
    if (!asked.answers[After].empty())
        head += ",after,after_score";
    return head + '\n';
}

std::string lineOf(const AskedTexts &asked, int64_t row)
{
    std::string line;
    addCell(line, asked.texts[size_t(row)]);
    for (const auto *column : {&asked.pairs, &asked.truth})
        if (!column->empty()) {
            line += ',';
            addCell(line, (*column)[size_t(row)]);
        }
    for (const Side side : {Before, After}) {
        if (asked.answers[side].empty())
            continue;
        const GivenAnswer answer = asked.answer(side, row);
        line += ',';
        if (answer.isGiven())
            addCell(line, asked.labels[size_t(answer.label)]);
        line += ',';
        if (answer.isGiven())
            line += QByteArray::number(answer.share, 'f', 6).toStdString();
    }
    return line + '\n';
}

} // namespace

GivenAnswer AskedTexts::answer(Side side, int64_t row) const
{
    return answers[side].empty() ? GivenAnswer() : answers[side][size_t(row)];
}

QString AskedTexts::labelOf(Side side, int64_t row) const
{
    const GivenAnswer given = answer(side, row);
    return given.isGiven() ? QString::fromStdString(labels[size_t(given.label)]) : QString();
}

bool AskedTexts::hasChanged(int64_t row) const
{
    const GivenAnswer before = answer(Before, row), after = answer(After, row);
    return before.isGiven() && after.isGiven() && before.label != after.label;
}

std::optional<bool> AskedTexts::isRight(Side side, int64_t row) const
{
    const GivenAnswer given = answer(side, row);
    if (truth.empty() || !given.isGiven() ||
        std::ranges::find(labels, truth[size_t(row)]) == labels.end())
        return std::nullopt;
    return labels[size_t(given.label)] == truth[size_t(row)];
}

AskedTexts::Counts AskedTexts::counts() const
{
    Counts out;
    for (int64_t row = 0; row < rows(); ++row) {
        out.changed += hasChanged(row);
        const auto before = isRight(Before, row), after = isRight(After, row);
        out.labelled += before || after;
        out.right[Before] += before.value_or(false);
        out.right[After] += after.value_or(false);
    }
    return out;
}

Answer reordered(const Answer &answer, const std::vector<size_t> &order)
{
    Answer out;
    for (size_t label = 0; label < order.size(); ++label) {
        out.probabilities.push_back(answer.probabilities[order[label]]);
        if (int64_t(order[label]) == answer.best)
            out.best = int64_t(label);
    }
    return out;
}

GivenAnswer given(const Answer &answer)
{
    return {answer.best, answer.probabilities[size_t(answer.best)]};
}

Result<bool> writeCsv(const AskedTexts &asked, const std::filesystem::path &file)
{
    return guarded([&] {
        files::Writer writer(file);
        writer.write(headOf(asked));
        for (int64_t row = 0; row < asked.rows(); ++row)
            writer.write(lineOf(asked, row));
        writer.commit();
        return true;
    });
}

} // namespace luthier
