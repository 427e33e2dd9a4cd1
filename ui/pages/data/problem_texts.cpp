// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/problem_texts.h"

#include "ui/shell/words.h"

#include <QCoreApplication>

#include <numeric>

namespace luthier {

namespace {

QString said(const char *text, qint64 count = -1)
{
    return QCoreApplication::translate("DataTexts", text, nullptr,
                                       int(qMin(count, qint64(INT_MAX))));
}

struct Title
{
    const char *id;
    const char *text;
};

constexpr Title titles[]{
    {"unreadable", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln line(s) could not be read")},
    {"unreadable_files", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln file(s) could not be read")},
    {"no_label", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln row(s) have no label")},
    {"no_part", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln row(s) are in no part of the split")},
    {"leaks", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln text(s) are checked on and trained on")},
    {"contradictions",
     QT_TRANSLATE_N_NOOP("DataTexts", "%Ln text(s) stand there with different labels")},
    {"labels_alike", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln row(s) have a label spelled unusually")},
    {"small_classes",
     QT_TRANSLATE_N_NOOP("DataTexts", "%Ln label(s) have too few rows for every part")},
    {"empty_texts", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln text(s) are empty")},
    {"copies", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln text(s) are exact copies of another")},
    {"too_long", QT_TRANSLATE_N_NOOP("DataTexts", "%Ln text(s) are longer than the cut-off")},
};

constexpr const char *separators[]{
    QT_TRANSLATE_NOOP("DataTexts", "comma"), QT_TRANSLATE_NOOP("DataTexts", "semicolon"),
    QT_TRANSLATE_NOOP("DataTexts", "tab"), QT_TRANSLATE_NOOP("DataTexts", "bar")};

struct Term
{
    const char *text;
    int64_t count;
};

/// "5,486 lines = 1 header + 5,485 rows"; what is zero is left out.
QString sum(const Term &total, std::initializer_list<Term> terms)
{
    QStringList parts;
    for (const Term &term : terms)
        if (term.count > 0)
            parts.append(said(term.text, term.count));
    return said(total.text, total.count) + QStringLiteral(" = ") +
           parts.join(QStringLiteral(" + "));
}

} // namespace

QString problemTitle(const DataProblem &problem)
{
    for (const Title &title : titles)
        if (problem.id == title.id)
            return said(title.text, problem.count);
    if (problem.id == "obstacle")
        return said(QT_TRANSLATE_NOOP("DataTexts", "Training cannot start with this data"));
    return words::of(problem.message);
}

QString partName(Part part)
{
    static constexpr const char *names[]{QT_TRANSLATE_NOOP("DataTexts", "Training"),
                                         QT_TRANSLATE_NOOP("DataTexts", "Validation"),
                                         QT_TRANSLATE_NOOP("DataTexts", "Test")};
    return said(names[size_t(part)]);
}

QString shortPartName(std::optional<Part> part)
{
    static constexpr const char *names[]{QT_TRANSLATE_NOOP("DataTexts", "train"),
                                         QT_TRANSLATE_NOOP("DataTexts", "valid."),
                                         QT_TRANSLATE_NOOP("DataTexts", "test")};
    return part ? said(names[size_t(*part)]) : QString();
}

QString roleName(std::optional<Role> role)
{
    static constexpr const char *names[]{
        QT_TRANSLATE_NOOP("DataTexts", "Text"), QT_TRANSLATE_NOOP("DataTexts", "Second text"),
        QT_TRANSLATE_NOOP("DataTexts", "Label"), QT_TRANSLATE_NOOP("DataTexts", "Row id"),
        QT_TRANSLATE_NOOP("DataTexts", "Split")};
    return said(role ? names[size_t(*role)] : QT_TRANSLATE_NOOP("DataTexts", "Not used"));
}

QString formatText(const SourceFacts &facts)
{
    QStringList parts{words::of(facts.format)};
    if (!facts.encoding.empty())
        parts.append(QString::fromStdString(facts.encoding));
    if (const auto at = std::string_view(",;\t|").find(facts.separator);
        facts.separator != 0 && at != std::string_view::npos)
        parts.append(said(separators[at]));
    return parts.join(QStringLiteral(", "));
}

QString countsText(const Table &table, const RowCounts &counts)
{
    const SourceFacts &facts = table.facts;
    int64_t unreadable = 0;
    for (const UnreadableLine &line : table.unreadable)
        unreadable += line.lines;
    const QString rows =
        sum({QT_TRANSLATE_N_NOOP("DataTexts", "%Ln row(s)"), counts.rows},
            {{QT_TRANSLATE_N_NOOP("DataTexts", "%Ln in use"), counts.inUse},
             {QT_TRANSLATE_N_NOOP("DataTexts", "%Ln without a label"), counts.withoutLabel},
             {QT_TRANSLATE_N_NOOP("DataTexts", "%Ln in no part"), counts.inNoPart},
             {QT_TRANSLATE_N_NOOP("DataTexts", "%Ln not split"), counts.unsplit}});
    if (facts.lines == 0)
        return rows;
    const QString lines = sum(
        {QT_TRANSLATE_N_NOOP("DataTexts", "%Ln line(s)"), facts.lines},
        {{QT_TRANSLATE_N_NOOP("DataTexts", "%Ln header"), facts.headerLines},
         {QT_TRANSLATE_N_NOOP("DataTexts", "%Ln unreadable"), unreadable},
         {QT_TRANSLATE_N_NOOP("DataTexts", "%Ln blank"), table.blankLines},
         {QT_TRANSLATE_N_NOOP("DataTexts", "%Ln row(s)"), counts.rows},
         {QT_TRANSLATE_N_NOOP("DataTexts", "%Ln further line(s) of rows"), facts.furtherLines}});
    return lines + QStringLiteral("; ") + rows;
}

} // namespace luthier
