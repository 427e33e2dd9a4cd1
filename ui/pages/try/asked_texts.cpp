// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/try/asked_texts.h"

#include "core/base/files.h"
#include "core/data/csv_cell.h"
#include "ui/shell/words.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>

namespace luthier {

namespace {

std::string headOf(const AskedTexts &asked)
{
    std::string head = "text";
    if (!asked.pairs.empty())
        head += ",text_pair";
    if (!asked.truth.empty())
        head += ",label";
    const std::string answers = asked.several ? "_labels" : "",
                      scores = asked.several ? "_label_scores" : "_score";
    for (const auto &[side, name] : {std::pair(Before, "before"), std::pair(After, "after")})
        if (!asked.answers[side].empty())
            head += ',' + (name + answers) + ',' + (name + scores);
    return head + '\n';
}

std::string score(double share)
{
    return QByteArray::number(share, 'f', 6).toStdString();
}

/// As data and `predict` have several labels: ["red", "green"].
std::string listOf(const std::vector<std::string> &labels, const GivenAnswer &answer)
{
    Json list = Json::array();
    for (const int64_t label : answer.labels)
        list.push_back(labels[size_t(label)]);
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string scoresOf(const GivenAnswer &answer)
{
    std::string list;
    for (const double share : answer.shares)
        list += (list.empty() ? "" : ",") + score(share);
    return '[' + list + ']';
}

void addAnswer(std::string &line, const AskedTexts &asked, const GivenAnswer &answer)
{
    line += ',';
    line += csvCell(asked.several ? listOf(asked.labels, answer)
                                  : asked.labels[size_t(answer.labels.front())]);
    line += ',';
    line += csvCell(asked.several ? scoresOf(answer) : score(answer.shares.front()));
}

std::string lineOf(const AskedTexts &asked, int64_t row)
{
    std::string line;
    line += csvCell(asked.texts[size_t(row)]);
    for (const auto *column : {&asked.pairs, &asked.truth})
        if (!column->empty()) {
            line += ',';
            line += csvCell((*column)[size_t(row)]);
        }
    for (const Side side : {Before, After}) {
        if (asked.answers[side].empty())
            continue;
        if (const GivenAnswer *answer = asked.answer(side, row))
            addAnswer(line, asked, *answer);
        else
            line += ",,";
    }
    return line + '\n';
}

std::optional<std::vector<std::string>> trueNames(const AskedTexts &asked, int64_t row)
{
    if (asked.truth.empty() || asked.truth[size_t(row)].empty())
        return std::nullopt;
    auto names = asked.cells.of(asked.truth[size_t(row)]);
    // As answers are, so that both read alike.
    if (names)
        std::ranges::stable_sort(*names, {}, [&](const std::string &name) {
            return std::ranges::find(asked.labels, name) - asked.labels.begin();
        });
    return names;
}

} // namespace

double GivenAnswer::share() const
{
    return shares.empty() ? 0 : std::ranges::min(shares);
}

const GivenAnswer *AskedTexts::answer(Side side, int64_t row) const
{
    const auto &all = answers[side];
    return all.empty() || !all[size_t(row)] ? nullptr : &*all[size_t(row)];
}

QString AskedTexts::labelOf(Side side, int64_t row) const
{
    const GivenAnswer *given = answer(side, row);
    return given ? namesOf(labels, given->labels) : QString();
}

TrueLabels AskedTexts::trueLabels(int64_t row) const
{
    const auto names = trueNames(*this, row);
    if (!names)
        return std::nullopt;
    QStringList out;
    for (const std::string &name : *names)
        out << QString::fromStdString(name);
    return out;
}

bool AskedTexts::hasChanged(int64_t row) const
{
    const GivenAnswer *before = answer(Before, row), *after = answer(After, row);
    return before && after && before->labels != after->labels;
}

std::optional<bool> AskedTexts::isRight(Side side, int64_t row) const
{
    const GivenAnswer *given = answer(side, row);
    const auto names = trueNames(*this, row);
    if (!given || !names)
        return std::nullopt;
    std::vector<int64_t> numbers;
    for (const std::string &name : *names) {
        const auto found = std::ranges::find(labels, name);
        if (found == labels.end())
            return std::nullopt;
        numbers.push_back(found - labels.begin());
    }
    return numbers == given->labels;
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

QString namesOf(const QStringList &names)
{
    return names.isEmpty() ? QCoreApplication::translate("TryPage", "No label")
                           : names.join(QStringLiteral(", "));
}

QString namesOf(const std::vector<std::string> &labels, const std::vector<int64_t> &numbers)
{
    QStringList names;
    for (const int64_t label : numbers)
        names << QString::fromStdString(labels[size_t(label)]);
    return namesOf(names);
}

QString withShares(const std::vector<std::string> &labels, const GivenAnswer &answer, int places)
{
    QStringList all;
    for (size_t i = 0; i < answer.labels.size(); ++i)
        all << QStringLiteral("%1 %2").arg(QString::fromStdString(labels[size_t(answer.labels[i])]),
                                           words::percent(answer.shares[i], places));
    return namesOf(all);
}

Answer reordered(const Answer &answer, const std::vector<size_t> &order)
{
    Answer out{.several = answer.several};
    for (size_t label = 0; label < order.size(); ++label) {
        out.probabilities.push_back(answer.probabilities[order[label]]);
        if (std::ranges::find(answer.labels, int64_t(order[label])) != answer.labels.end())
            out.labels.push_back(int64_t(label));
    }
    return out;
}

GivenAnswer given(const Answer &answer)
{
    GivenAnswer out{.labels = answer.labels};
    for (const int64_t label : answer.labels)
        out.shares.push_back(answer.probabilities[size_t(label)]);
    return out;
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
