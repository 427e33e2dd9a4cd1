// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/label_notes.h"
#include "core/data/row_texts.h"
#include "core/data/split.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace luthier {

namespace {

/// Rows that are copies of each other: they move together.
struct Unit
{
    size_t first = 0; ///< position of its first row
    int64_t rows = 0;
    Part part = Part::Train;
};

/// Units drawn together: a class, or all rows.
struct Group
{
    std::vector<size_t> units;
    int64_t rows = 0;
    int64_t validation = 0; ///< rows wanted
    int64_t test = 0;
};

/// Positions are indices into the rows that are cut.
class Cutter
{
public:
    Cutter(const Table &table, const Columns &columns, std::span<const int64_t> rows,
           const SplitOptions &options, const LabelCells &cells)
        : m_table(table), m_texts(table, columns), m_rows(rows), m_options(options)
    {
        if (columns.label && cells.areSeveral())
            readSeveral(*columns.label, cells);
        else if (columns.label)
            readLabels(*columns.label);
        else
            m_labelOf.resize(rows.size());
    }

    Split cut()
    {
        checkShares();
        makeUnits();
        makeGroups();
        setQuotas(m_options.test, &Group::test);
        setQuotas(m_options.validation, &Group::validation);
        draw();
        returnUnseenLabels();
        return collect();
    }

private:
    /// Numbers the labels by code point, so that the order of the file decides only within a class.
    void readLabels(const std::string &column)
    {
        for (const LabelCount &label : countLabels(m_table, column, m_rows).labels)
            m_labels.push_back(label.name);
        const LabelOrder order(m_labels);
        const int index = *m_table.columnIndex(column);
        for (const int64_t row : m_rows)
            m_labelOf.push_back(
                size_t(order.find(m_table.cell(row, index).value_or("")).value_or(0)));
    }

    /// A class is a set of labels here; rows that share theirs with no other row are one class.
    void readSeveral(const std::string &column, const LabelCells &cells)
    {
        std::vector<std::string> names;
        for (const LabelCount &label : countLabels(m_table, column, m_rows, cells).labels)
            names.push_back(label.name);
        const LabelOrder order(names);
        const int index = *m_table.columnIndex(column);
        std::map<std::vector<size_t>, std::vector<size_t>> positions;
        for (const int64_t row : m_rows) {
            std::vector<size_t> labels;
            const auto written = cells.of(m_table.cell(row, index).value_or(""));
            for (const std::string &name : *written)
                labels.push_back(size_t(*order.find(name)));
            std::ranges::sort(labels);
            positions[labels].push_back(m_setOf.size());
            m_setOf.push_back(std::move(labels));
        }
        m_labels.emplace_back();
        m_labelOf.resize(m_rows.size());
        for (const auto &[labels, where] : positions) {
            if (where.size() < 2)
                continue;
            for (const size_t position : where)
                m_labelOf[position] = m_labels.size();
            m_labels.emplace_back();
        }
        m_differentLabels = names.size();
        m_sets = int64_t(positions.size());
        m_rareSets =
            std::ranges::count_if(positions, [](const auto &p) { return p.second.size() < 2; });
    }

    void checkShares() const
    {
        const bool fits = m_options.validation >= 0 && m_options.test >= 0 &&
                          m_options.validation + m_options.test < 1;
        if (!fits)
            throw failure(
                "data.split_shares",
                LUTHIER_MESSAGE(
                    "A split of {validation} for validation and {test} for test leaves nothing to "
                    "train on; both are shares from 0 to 1, together below 1."),
                {{"validation", m_options.validation}, {"test", m_options.test}});
    }

    void makeUnits()
    {
        std::unordered_map<RowText, size_t, RowTextHash> known;
        known.reserve(m_rows.size());
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const auto [found, isNew] = known.emplace(m_texts.at(m_rows[i]), m_units.size());
            if (isNew)
                m_units.push_back({.first = i});
            ++m_units[found->second].rows;
            m_unitOf.push_back(found->second);
        }
    }

    void makeGroups()
    {
        m_groups.resize(m_options.stratify ? std::max<size_t>(1, m_labels.size()) : 1);
        for (size_t i = 0; i < m_units.size(); ++i) {
            Group &group = m_groups[m_options.stratify ? m_labelOf[m_units[i].first] : 0];
            group.units.push_back(i);
            group.rows += m_units[i].rows;
        }
    }

    /// Hamilton's method: the whole part has its share to the row, each group within one row of its
    /// own.
    void setQuotas(double share, int64_t Group::*quota)
    {
        if (share <= 0)
            return;
        const auto total = std::max<int64_t>(1, std::llround(share * double(m_rows.size())));
        std::vector<size_t> order(m_groups.size());
        std::iota(order.begin(), order.end(), size_t(0));
        const auto rest = [&](size_t i) {
            return share * double(m_groups[i].rows) - std::floor(share * double(m_groups[i].rows));
        };
        std::ranges::stable_sort(order, std::greater<>(), rest);
        int64_t given = 0;
        for (Group &group : m_groups) {
            group.*quota = std::min(int64_t(std::floor(share * double(group.rows))), spare(group));
            given += group.*quota;
        }
        for (const size_t i : order) {
            if (given >= total)
                return;
            if (spare(m_groups[i]) > 0) {
                ++(m_groups[i].*quota);
                ++given;
            }
        }
    }

    /// Rows that may still leave the training part, which keeps one of every class.
    static int64_t spare(const Group &group)
    {
        return std::max<int64_t>(0, group.rows - 1 - group.validation - group.test);
    }

    void draw()
    {
        SplitMix64 random(m_options.seed);
        for (Group &group : m_groups) {
            random.shuffle(group.units);
            for (const size_t index : group.units) {
                Unit &unit = m_units[index];
                if (unit.rows <= group.test) {
                    unit.part = Part::Test;
                    group.test -= unit.rows;
                } else if (unit.rows <= group.validation) {
                    unit.part = Part::Validation;
                    group.validation -= unit.rows;
                }
            }
        }
    }

    Part partOf(size_t position) const { return m_units[m_unitOf[position]].part; }

    std::span<const size_t> labelsAt(size_t position) const
    {
        return m_setOf.empty() ? std::span(&m_labelOf[position], 1) : std::span(m_setOf[position]);
    }

    /// Copies of one text may have different labels, so a class can leave with another one's unit;
    /// of several labels a row, one can be in the drawn rows alone.
    void returnUnseenLabels()
    {
        std::vector<bool> seen(std::max<size_t>({1, m_labels.size(), m_differentLabels}));
        const auto see = [&](size_t position) {
            for (const size_t label : labelsAt(position))
                seen[label] = true;
        };
        std::vector<size_t> byUnit;
        for (size_t i = 0; i < m_rows.size(); ++i)
            if (partOf(i) == Part::Train)
                see(i);
            else
                byUnit.push_back(i);
        const auto unitOf = [&](size_t position) { return m_unitOf[position]; };
        const std::vector<size_t> drawn = byUnit;
        std::ranges::stable_sort(byUnit, {}, unitOf);
        for (const size_t i : drawn) {
            if (std::ranges::all_of(labelsAt(i), [&](size_t label) { return seen[label]; }))
                continue;
            m_units[m_unitOf[i]].part = Part::Train;
            const auto unit = std::ranges::equal_range(byUnit, m_unitOf[i], {}, unitOf);
            std::ranges::for_each(unit, see);
            m_returned += std::ranges::ssize(unit);
        }
    }

    Split collect() const
    {
        Split split;
        for (size_t i = 0; i < m_rows.size(); ++i)
            split.rows(partOf(i)).push_back(m_rows[i]);
        for (auto *rows : {&split.train, &split.validation, &split.test})
            std::ranges::sort(*rows);
        requireValidation(split);
        noteCopies(split);
        if (m_options.stratify && !m_setOf.empty())
            split.notes.push_back(
                {"data.split_by_sets",
                 LUTHIER_MESSAGE("Each of the {sets} sets of labels that occur has the same share "
                                 "of every part; the {rare} that one row alone has are drawn "
                                 "together."),
                 {{"sets", m_sets}, {"rare", m_rareSets}}});
        else if (m_options.stratify && !m_labels.empty())
            noteSmallClasses(split);
        noteReturned(split);
        return split;
    }

    void requireValidation(const Split &split) const
    {
        if (!split.validation.empty())
            return;
        throw failure(
            "data.empty_validation",
            LUTHIER_MESSAGE("Nothing of {file} ({rows} rows) is left for validation; raise "
                            "split.validation, add rows, or name a validation file."),
            {{"file", m_table.source}, {"rows", int64_t(m_rows.size())}});
    }

    void noteCopies(Split &split) const
    {
        std::vector<bool> contradictory(m_units.size());
        for (size_t i = 0; i < m_rows.size(); ++i)
            if (!std::ranges::equal(labelsAt(i), labelsAt(m_units[m_unitOf[i]].first)))
                contradictory[m_unitOf[i]] = true;
        const auto copies = int64_t(m_rows.size() - m_units.size());
        const auto differing = int64_t(std::ranges::count(contradictory, true));
        if (copies > 0)
            split.notes.push_back(
                {"data.copies",
                 LUTHIER_MESSAGE("Rows of {file} that are exact copies of another one: {count}; "
                                 "copies stay in one part."),
                 {{"count", copies}, {"file", m_table.source}}});
        if (differing > 0)
            split.notes.push_back(
                {"data.contradictory_copies",
                 LUTHIER_MESSAGE(
                     "Texts of {file} that stand there with different labels: {count}."),
                 {{"count", differing}, {"file", m_table.source}}});
    }

    void noteReturned(Split &split) const
    {
        if (m_returned > 0)
            split.notes.push_back(
                {"data.returned_to_training",
                 LUTHIER_MESSAGE(
                     "{count} of the rows drawn for validation or test went back to "
                     "training, which would have lacked labels of theirs; the other parts "
                     "are smaller by as many."),
                 {{"count", m_returned}}});
    }

    void noteSmallClasses(Split &split) const
    {
        std::vector<std::array<int64_t, 3>> counts(m_labels.size());
        for (size_t i = 0; i < m_rows.size(); ++i)
            ++counts[m_labelOf[i]][size_t(partOf(i))];
        std::vector<LabelCount> small;
        for (size_t i = 0; i < m_labels.size(); ++i) {
            const auto &[train, validation, test] = counts[i];
            if (validation == 0 || (m_options.test > 0 && test == 0))
                small.push_back({m_labels[i], train + validation + test});
        }
        if (!small.empty())
            split.notes.push_back({"data.small_classes",
                                   LUTHIER_MESSAGE("These classes have too few rows to be in every "
                                                   "part, and are in training at least: {labels}."),
                                   {{"labels", listed(small)}}});
    }

    const Table &m_table;
    RowTexts m_texts;
    std::span<const int64_t> m_rows;
    const SplitOptions &m_options;
    std::vector<std::string> m_labels;        ///< by code point; empty without a label column
    std::vector<size_t> m_labelOf;            ///< by position
    std::vector<std::vector<size_t>> m_setOf; ///< several labels: theirs by position; else empty
    size_t m_differentLabels = 0;
    int64_t m_sets = 0, m_rareSets = 0;
    int64_t m_returned = 0;       ///< rows that were drawn and are in training after all
    std::vector<size_t> m_unitOf; ///< by position
    std::vector<Unit> m_units;
    std::vector<Group> m_groups;
};

} // namespace

Split cutRows(const Table &table, const Columns &columns, std::span<const int64_t> rows,
              const SplitOptions &options, const LabelCells &cells)
{
    return Cutter(table, columns, rows, options, cells).cut();
}

} // namespace luthier
