// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/roles.h"

#include "core/base/error.h"
#include "core/data/column_names.h"
#include "core/data/split.h"

#include <algorithm>
#include <unordered_set>

namespace luthier {

namespace {

constexpr int64_t sampleRows = 10000;
constexpr size_t longestLabel = 64;
constexpr size_t shortestWord = 4;

struct ColumnStatistics
{
    int64_t filled = 0;
    int64_t distinct = 0;
    int64_t meanBytes = 0;
    bool splitNames = true; ///< every value names a part: train, dev, test
};

ColumnStatistics statisticsOf(const Table &table, int column)
{
    ColumnStatistics found;
    std::unordered_set<std::string_view> values;
    int64_t bytes = 0;
    for (int64_t row = 0; row < std::min(table.rows(), sampleRows); ++row) {
        const auto cell = table.cell(row, column);
        if (!cell || cell->empty())
            continue;
        ++found.filled;
        bytes += int64_t(cell->size());
        values.insert(*cell);
        found.splitNames = found.splitNames && partNamed(*cell);
    }
    found.distinct = int64_t(values.size());
    found.meanBytes = found.filled ? bytes / found.filled : 0;
    found.splitNames = found.splitNames && found.filled > 0;
    return found;
}

/// "Review Text (en)" holds the word "text"; short names such as "id" have to stand alone.
bool holdsWord(const std::string &name, const std::string &word)
{
    if (word.size() < shortestWord)
        return false;
    size_t at = 0;
    while (at < name.size()) {
        const size_t end = std::min(name.find_first_of(" _-.()/[]:", at), name.size());
        if (plainName(std::string_view(name).substr(at, end - at)) == word)
            return true;
        at = end + 1;
    }
    return false;
}

Message byName(Role role, const std::string &column)
{
    struct Words
    {
        const char *id;
        const char *text;
    };
    static constexpr Words words[] = {
        {"data.text_by_name", LUTHIER_MESSAGE("Column {column} is the text, by its name.")},
        {"data.pair_by_name", LUTHIER_MESSAGE("Column {column} is the second text, by its name.")},
        {"data.label_by_name", LUTHIER_MESSAGE("Column {column} is the label, by its name.")},
        {"data.id_by_name", LUTHIER_MESSAGE("Column {column} is the row's id, by its name.")},
        {"data.split_by_name",
         LUTHIER_MESSAGE(
             "Column {column} says which part a row belongs to, by its name and values.")},
    };
    return {words[size_t(role)].id, words[size_t(role)].text, {{"column", column}}};
}

class Guesser
{
public:
    Guesser(const Columns &requested, const Table &table, std::string_view task)
        : m_table(table), m_byContent(task == "text-classification"), m_choice{requested, {}}
    {
        for (int i = 0; i < int(table.columnNames().size()); ++i)
            m_statistics.push_back(statisticsOf(table, i));
    }

    ColumnChoice choose()
    {
        Columns &columns = m_choice.columns;
        if (!columns.text && !columns.textPair)
            choosePair();
        chooseByName(Role::Text, columns.text, [](const ColumnStatistics &) { return true; });
        chooseByName(Role::Split, columns.split,
                     [](const ColumnStatistics &s) { return s.splitNames; });
        chooseByName(Role::Id, columns.id,
                     [](const ColumnStatistics &s) { return s.distinct == s.filled; });
        // A label names a class: it comes back.
        chooseByName(Role::Label, columns.label, [](const ColumnStatistics &s) {
            return s.filled < 20 || s.distinct < s.filled;
        });
        if (!columns.label && m_byContent)
            chooseLabelByContent();
        if (!columns.text)
            chooseTextByContent();
        return std::move(m_choice);
    }

private:
    bool taken(int column) const
    {
        const std::string &name = m_table.columnNames()[size_t(column)];
        const Columns &c = m_choice.columns;
        return c.text == name || c.textPair == name || c.label == name || c.id == name ||
               c.split == name;
    }

    std::optional<int> columnNamed(const std::string &plain) const
    {
        for (int i = 0; i < int(m_statistics.size()); ++i)
            if (!taken(i) && plainName(m_table.columnNames()[size_t(i)]) == plain)
                return i;
        return std::nullopt;
    }

    void assign(std::optional<std::string> &target, int column, Message reason)
    {
        target = m_table.columnNames()[size_t(column)];
        m_choice.reasons.push_back(std::move(reason));
    }

    void choosePair()
    {
        for (const auto &[first, second] : usualPairs()) {
            const auto a = columnNamed(first);
            const auto b = columnNamed(second);
            if (!a || !b)
                continue;
            assign(m_choice.columns.text, *a,
                   byName(Role::Text, m_table.columnNames()[size_t(*a)]));
            assign(m_choice.columns.textPair, *b,
                   byName(Role::TextPair, m_table.columnNames()[size_t(*b)]));
            return;
        }
    }

    template <typename Fits>
    void chooseByName(Role role, std::optional<std::string> &target, Fits fits)
    {
        if (target)
            return;
        const auto equal = [](const std::string &name, const std::string &usual) {
            return plainName(name) == usual;
        };
        for (const auto &matches : {+equal, &holdsWord})
            for (const std::string &usual : usualNames(role))
                for (int i = 0; i < int(m_statistics.size()); ++i) {
                    const std::string &name = m_table.columnNames()[size_t(i)];
                    if (!taken(i) && matches(name, usual) && fits(m_statistics[size_t(i)]))
                        return assign(target, i, byName(role, name));
                }
    }

    void chooseLabelByContent()
    {
        std::optional<int> best;
        for (int i = 0; i < int(m_statistics.size()); ++i) {
            const ColumnStatistics &s = m_statistics[size_t(i)];
            const bool fits = !taken(i) && s.distinct >= 2 && s.distinct * 2 <= s.filled &&
                              s.meanBytes <= int64_t(longestLabel);
            if (fits && (!best || s.distinct < m_statistics[size_t(*best)].distinct))
                best = i;
        }
        if (best)
            assign(m_choice.columns.label, *best,
                   {"data.label_by_content",
                    LUTHIER_MESSAGE(
                        "Column {column} is the label: it has only {count} different values."),
                    {{"column", m_table.columnNames()[size_t(*best)]},
                     {"count", m_statistics[size_t(*best)].distinct}}});
    }

    void chooseTextByContent()
    {
        std::optional<int> best;
        for (int i = 0; i < int(m_statistics.size()); ++i)
            if (!taken(i) && (!best || m_statistics[size_t(i)].meanBytes >
                                           m_statistics[size_t(*best)].meanBytes))
                best = i;
        if (best)
            assign(m_choice.columns.text, *best,
                   {"data.text_by_content",
                    LUTHIER_MESSAGE("Column {column} is the text: its cells are the longest, "
                                    "{bytes} bytes on average."),
                    {{"column", m_table.columnNames()[size_t(*best)]},
                     {"bytes", m_statistics[size_t(*best)].meanBytes}}});
    }

    const Table &m_table;
    bool m_byContent;
    ColumnChoice m_choice;
    std::vector<ColumnStatistics> m_statistics;
};

} // namespace

ColumnChoice guessColumns(const Table &table, std::string_view task)
{
    return Guesser({}, table, task).choose();
}

ColumnChoice resolveColumns(const Columns &requested, const Table &table, std::string_view task)
{
    for (const auto &name :
         {requested.text, requested.textPair, requested.label, requested.id, requested.split})
        if (name && !name->empty() && !table.columnIndex(*name))
            throw missingColumn(*name, table.columnNames(), table.source);
    ColumnChoice choice = Guesser(requested, table, task).choose();
    Columns &found = choice.columns;
    for (auto *name : {&found.text, &found.textPair, &found.label, &found.id, &found.split})
        if (*name && (*name)->empty())
            name->reset();
    if (!choice.columns.text)
        throw failure(
            "data.no_text_column",
            LUTHIER_MESSAGE(
                "{file} has no column left for the text; name one in dataset.columns.text."),
            {{"file", table.source}});
    return choice;
}

} // namespace luthier
