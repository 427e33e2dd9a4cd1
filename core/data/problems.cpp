// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/problems.h"

#include "core/data/label_notes.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace luthier {

namespace {

using Weight = DataProblem::Weight;
using Labels = std::vector<std::string>;

constexpr size_t mostLines = 10;

/// "1207, 2231": at most ten.
template <typename Items, typename LineOf>
std::string listedLines(const Items &items, LineOf lineOf)
{
    std::string lines;
    for (size_t i = 0; i < items.size() && i <= mostLines; ++i) {
        lines += i == 0 ? "" : ", ";
        lines += i < mostLines ? std::to_string(lineOf(items[i])) : "…";
    }
    return lines;
}

class Search
{
public:
    Search(const Table &table, const Columns &columns, const Overview &overview,
           const std::vector<std::vector<int64_t>> &copies)
        : m_table(table), m_columns(columns), m_overview(overview), m_copies(copies),
          m_label(columns.label ? table.columnIndex(*columns.label) : std::nullopt)
    {
    }

    std::vector<DataProblem> find()
    {
        findObstacle();
        findUnreadable();
        findLeftOut();
        findLeaks();
        findCopies();
        findBlank();
        if (m_label) {
            findLabelsAlike();
            findSmallClasses();
        }
        addNotes();
        std::ranges::stable_sort(m_found, {}, &DataProblem::weight);
        return std::move(m_found);
    }

private:
    void add(const char *id, Weight weight, int64_t count, std::vector<int64_t> rows,
             Message message)
    {
        if (count > 0)
            m_found.push_back({id, weight, count, std::move(rows), std::move(message)});
    }

    bool inUse(int64_t row) const { return m_overview.partOf[size_t(row)].has_value(); }

    template <typename Holds>
    std::vector<int64_t> rowsThat(Holds holds) const
    {
        std::vector<int64_t> rows;
        for (int64_t row = 0; row < m_table.rows(); ++row)
            if (holds(row))
                rows.push_back(row);
        return rows;
    }

    void findObstacle()
    {
        if (!m_overview.obstacle)
            return;
        std::vector<int64_t> rows;
        if (m_overview.obstacle->id == "data.unseen_labels") {
            std::set<std::string_view> unseen;
            for (const LabelShare &label : m_overview.labels)
                if (label.inParts[size_t(Part::Train)] == 0)
                    unseen.insert(label.name);
            rows = rowsOfLabels(unseen);
        }
        add("obstacle", Weight::Error, 1, std::move(rows), *m_overview.obstacle);
    }

    void findUnreadable()
    {
        const auto &aside = m_table.unreadable;
        if (m_table.facts.files > 0) {
            Message message{"problem.unreadable_files",
                            LUTHIER_MESSAGE("They are kept aside and not trained on."),
                            {}};
            if (aside.size() == 1)
                message = {"problem.unreadable_file",
                           LUTHIER_MESSAGE("It is kept aside and not trained on."),
                           {}};
            return add("unreadable_files", Weight::Error, int64_t(aside.size()), {},
                       std::move(message));
        }
        Message message{
            "problem.unreadable",
            LUTHIER_MESSAGE("They are kept aside and not trained on. Lines {lines}."),
            {{"lines", listedLines(aside, [](const UnreadableLine &line) { return line.line; })}}};
        if (aside.size() == 1)
            message = {"problem.unreadable_line",
                       LUTHIER_MESSAGE("It is kept aside and not trained on. Line {line}."),
                       {{"line", aside.front().line}}};
        add("unreadable", Weight::Error, int64_t(aside.size()), {}, std::move(message));
    }

    void findLeftOut()
    {
        const auto isMissing = [&](int64_t row) {
            return m_label && isMissingLabel(m_table.cell(row, *m_label));
        };
        const std::vector<int64_t> unlabelled = rowsThat(isMissing);
        const auto lineOf = [&](int64_t row) { return m_table.sourceRow[size_t(row)]; };
        Message message{
            "problem.no_label",
            LUTHIER_MESSAGE("They are left out: nothing can be learned from them. Lines {lines}."),
            {{"lines", listedLines(unlabelled, lineOf)}}};
        if (unlabelled.size() == 1)
            message = {
                "problem.no_label_in_line",
                LUTHIER_MESSAGE("It is left out: nothing can be learned from it. Line {line}."),
                {{"line", lineOf(unlabelled.front())}}};
        add("no_label", Weight::Warning, int64_t(unlabelled.size()), unlabelled,
            std::move(message));
        if (m_overview.counts.inNoPart > 0)
            add("no_part", Weight::Warning, m_overview.counts.inNoPart,
                rowsThat([&](int64_t row) { return !inUse(row) && !isMissing(row); }),
                {"problem.no_part",
                 LUTHIER_MESSAGE("They are left out: column {column} does not say train, "
                                 "validation or test there."),
                 {{"column", m_columns.split.value_or("")}}});
    }

    void findLeaks()
    {
        std::vector<int64_t> rows;
        for (const std::vector<int64_t> &group : m_copies) {
            const auto isTrained = [&](int64_t row) {
                return m_overview.partOf[size_t(row)] == Part::Train;
            };
            if (std::ranges::any_of(group, isTrained))
                std::ranges::copy_if(group, std::back_inserter(rows), std::not_fn(isTrained));
        }
        const auto count = int64_t(rows.size());
        add("leaks", Weight::Error, count, std::move(rows),
            {"problem.leaks",
             LUTHIER_MESSAGE("They are in validation or test and in training too, so the results "
                             "look better than they are."),
             {}});
    }

    void findCopies()
    {
        int64_t contradictions = 0, copies = 0;
        std::vector<int64_t> contradictory, copied;
        for (const std::vector<int64_t> &group : m_copies) {
            std::set<Labels> labels;
            for (const int64_t row : group)
                labels.insert(labelsOf(row));
            if (labels.size() > 1) {
                ++contradictions;
                contradictory.insert(contradictory.end(), group.begin(), group.end());
            }
            if (group.size() > labels.size()) {
                copies += int64_t(group.size() - labels.size());
                copied.insert(copied.end(), group.begin(), group.end());
            }
        }
        add("contradictions", Weight::Warning, contradictions, std::move(contradictory),
            {"problem.contradictions",
             LUTHIER_MESSAGE("The model cannot learn which of the labels is right."),
             {}});
        Message kept{"problem.copies_kept_together",
                     LUTHIER_MESSAGE("They are trained on as they stand. Copies of one text stay "
                                     "in one part of the split."),
                     {}};
        if (m_columns.split)
            kept = {"problem.copies", LUTHIER_MESSAGE("They are trained on as they stand."), {}};
        add("copies", Weight::Info, copies, std::move(copied), std::move(kept));
    }

    void findBlank()
    {
        if (!m_columns.text || !m_table.columnIndex(*m_columns.text))
            return;
        const RowTexts texts(m_table, m_columns);
        std::vector<int64_t> rows =
            rowsThat([&](int64_t row) { return inUse(row) && isBlank(texts.at(row)); });
        const auto count = int64_t(rows.size());
        add("empty_texts", Weight::Warning, count, std::move(rows),
            {"problem.empty_texts",
             LUTHIER_MESSAGE("They are trained on as they stand, though they say nothing."),
             {}});
    }

    /// By code point; of one label a row that one, as it is written.
    Labels labelsOf(int64_t row) const
    {
        if (!m_label)
            return {};
        auto labels =
            m_overview.cells.of(m_table.cell(row, *m_label).value_or("")).value_or(Labels());
        std::ranges::sort(labels);
        return labels;
    }

    std::vector<int64_t> rowsOfLabels(const std::set<std::string_view> &names) const
    {
        if (names.empty())
            return {};
        return rowsThat([&](int64_t row) {
            return inUse(row) && std::ranges::any_of(labelsOf(row), [&](const std::string &name) {
                       return names.contains(name);
                   });
        });
    }

    /// The most frequent spelling counts as the right one.
    void findLabelsAlike()
    {
        std::map<std::string, std::vector<LabelCount>> alike;
        for (const LabelShare &label : m_overview.labels)
            alike[plainLabel(label.name)].push_back({label.name, label.rows});
        for (const auto &[plain, labels] : alike) {
            std::set<std::string_view> rarer;
            for (size_t i = 1; i < labels.size(); ++i)
                rarer.insert(labels[i].name);
            std::vector<int64_t> rows = rowsOfLabels(rarer);
            const auto count = int64_t(rows.size());
            add("labels_alike", Weight::Warning, count, std::move(rows),
                {"problem.labels_alike",
                 LUTHIER_MESSAGE("{labels} differ only by case or spaces, yet are classes of their "
                                 "own."),
                 {{"labels", listed(labels)}}});
        }
    }

    void findSmallClasses()
    {
        std::vector<LabelCount> small;
        std::set<std::string_view> names;
        for (const LabelShare &label : m_overview.labels) {
            const auto lacks = [&](Part part) {
                return m_overview.partRows[size_t(part)] > 0 && label.inParts[size_t(part)] == 0;
            };
            if (lacks(Part::Validation) || lacks(Part::Test)) {
                small.push_back({label.name, label.rows});
                names.insert(label.name);
            }
        }
        add("small_classes", Weight::Warning, int64_t(small.size()), rowsOfLabels(names),
            {"problem.small_classes",
             LUTHIER_MESSAGE("They are in training, and not in every other part: {labels}."),
             {{"labels", listed(small)}}});
    }

    /// What the reader and the labels tell beside it.
    void addNotes()
    {
        static const std::set<std::string> said{"data.kept_aside", "data.files_kept_aside",
                                                "data.blank_lines", "data.missing_labels",
                                                "data.labels_alike"};
        std::vector<Message> notes = m_table.notes;
        if (m_label)
            std::ranges::copy(labelNotes(), std::back_inserter(notes));
        for (Message &note : notes)
            if (!said.contains(note.id))
                add("note", Weight::Info, 1, {}, std::move(note));
    }

    /// Of the rows in use; of all where there are no parts.
    std::vector<Message> labelNotes() const
    {
        const bool isCut = m_overview.counts.inUse > 0;
        const auto rows = rowsThat([&](int64_t row) { return !isCut || inUse(row); });
        try {
            return countLabels(m_table, *m_columns.label, rows, m_overview.cells).notes;
        } catch (const Error &) {
            // A broken list: the obstacle says it, or another one that has to go first.
            return {};
        }
    }

    const Table &m_table;
    const Columns &m_columns;
    const Overview &m_overview;
    const std::vector<std::vector<int64_t>> &m_copies;
    std::optional<int> m_label;
    std::vector<DataProblem> m_found;
};

} // namespace

std::vector<DataProblem> problemsOf(const Table &table, const Columns &columns,
                                    const Overview &overview,
                                    const std::vector<std::vector<int64_t>> &copies)
{
    return Search(table, columns, overview, copies).find();
}

} // namespace luthier
