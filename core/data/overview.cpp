// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/overview.h"

#include "core/data/catalog.h"
#include "core/data/problems.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace luthier {

namespace {

constexpr std::array parts{Part::Train, Part::Validation, Part::Test};

class Looking
{
    /// Rows by their labels.
    using Answers = std::map<std::vector<std::string>, int64_t>;

public:
    Looking(const Table &table, const Columns &columns, const SplitOptions &options,
            bool severalLabels, StopCheck &check)
        : m_table(table), m_columns(columns), m_options(options), m_check(check)
    {
        if (severalLabels && columns.label && table.columnIndex(*columns.label))
            m_overview.cells = LabelCells::severalIn(table, *columns.label);
    }

    Overview look()
    {
        m_overview.partOf.resize(size_t(m_table.rows()));
        m_overview.counts.rows = m_table.rows();
        attempt([&] { cut(); });
        count();
        if (m_columns.label)
            attempt([&] { countLabelShares(); });
        attempt([&] { checkLabels(); });
        m_overview.problems = problemsOf(m_table, m_columns, m_overview, copies());
        return std::move(m_overview);
    }

private:
    /// What would stop a run is part of the answer.
    template <typename Step>
    void attempt(Step step)
    {
        try {
            step();
        } catch (const Error &error) {
            if (error.code == Error::Code::Cancelled)
                throw;
            if (!m_overview.obstacle)
                m_overview.obstacle = error.message;
        }
    }

    void cut()
    {
        const Split split = splitTable(m_table, m_columns, m_options, m_overview.cells);
        for (const Part part : parts) {
            m_overview.partRows[size_t(part)] = int64_t(split.rows(part).size());
            for (const int64_t row : split.rows(part))
                m_overview.partOf[size_t(row)] = part;
        }
        m_isCut = true;
    }

    void count()
    {
        RowCounts &counts = m_overview.counts;
        const auto label =
            m_columns.label ? m_table.columnIndex(*m_columns.label) : std::optional<int>();
        for (int64_t row = 0; row < m_table.rows(); ++row) {
            m_check.step();
            if (m_overview.partOf[size_t(row)])
                ++counts.inUse;
            else if (label && isMissingLabel(m_table.cell(row, *label)))
                ++counts.withoutLabel;
            else
                ++(m_isCut ? counts.inNoPart : counts.unsplit);
        }
    }

    void countLabelShares()
    {
        const auto column = m_table.columnIndex(*m_columns.label);
        if (!column)
            return;
        std::map<std::string, std::array<int64_t, 4>, std::less<>> found;
        Answers answers;
        for (int64_t row = 0; row < m_table.rows(); ++row) {
            m_check.step();
            const auto cell = m_table.cell(row, *column);
            const auto part = m_overview.partOf[size_t(row)];
            if (isMissingLabel(cell) || (m_isCut && !part))
                continue;
            const auto add = [&](std::string_view label) {
                auto at = found.find(label);
                if (at == found.end())
                    at = found.emplace(label, std::array<int64_t, 4>{}).first;
                ++at->second[3];
                if (part)
                    ++at->second[size_t(*part)];
            };
            if (m_overview.cells.areSeveral())
                addSeveral(row, *cell, answers, add);
            else
                add(*cell);
        }
        for (const auto &[name, c] : found)
            m_overview.labels.push_back({name, c[3], {c[0], c[1], c[2]}});
        std::ranges::stable_sort(m_overview.labels, std::ranges::greater(), &LabelShare::rows);
        if (!m_overview.cells.areSeveral())
            for (const LabelShare &label : m_overview.labels)
                answers[{label.name}] = label.rows;
        const auto most = std::ranges::max_element(answers, {}, &Answers::value_type::second);
        if (most != answers.end())
            std::tie(m_overview.majority, m_overview.majorityRows) = *most;
    }

    template <typename Add>
    void addSeveral(int64_t row, std::string_view cell, Answers &answers, Add add) const
    {
        auto labels = m_overview.cells.of(cell);
        // A cell that is no list, though it begins as one, is refused as training would.
        if (!labels)
            countLabels(m_table, *m_columns.label, std::span(&row, 1), m_overview.cells);
        for (const std::string &label : *labels)
            add(label);
        std::ranges::sort(*labels);
        ++answers[*std::move(labels)];
    }

    /// Of texts in use that are not blank; counts those in two parts.
    std::vector<std::vector<int64_t>> copies()
    {
        if (!m_columns.text || !m_table.columnIndex(*m_columns.text))
            return {};
        const RowTexts texts(m_table, m_columns);
        std::vector<int64_t> rows;
        for (int64_t row = 0; row < m_table.rows(); ++row)
            if (m_overview.partOf[size_t(row)] && !isBlank(texts.at(row)))
                rows.push_back(row);
        auto groups = copiesAmong(texts, rows, m_check);
        for (const std::vector<int64_t> &group : groups) {
            const auto first = m_overview.partOf[size_t(group.front())];
            m_overview.textsInTwoParts += std::ranges::any_of(
                group, [&](int64_t row) { return m_overview.partOf[size_t(row)] != first; });
        }
        return groups;
    }

    /// The same demands as a run's.
    void checkLabels() const
    {
        if (!m_columns.label)
            throw failure("data.no_label_column",
                          LUTHIER_MESSAGE("No column of {file} is the label; choose the one that "
                                          "holds the classes."),
                          {{"file", m_table.source}});
        LabelInventory training{.file = m_table.source, .column = *m_columns.label};
        for (const LabelShare &label : m_overview.labels)
            if (!m_isCut || label.inParts[size_t(Part::Train)] > 0)
                training.labels.push_back({label.name, label.rows});
        requireTwoClasses(training);
        for (const auto &[part, name] :
             {std::pair(Part::Validation, "validation"), std::pair(Part::Test, "test")}) {
            LabelInventory other{.file = m_table.source, .column = *m_columns.label};
            for (const LabelShare &label : m_overview.labels)
                if (label.inParts[size_t(part)] > 0)
                    other.labels.push_back({label.name, label.inParts[size_t(part)]});
            requireSeenLabels(training, other, name);
        }
    }

    const Table &m_table;
    const Columns &m_columns;
    const SplitOptions &m_options;
    StopCheck &m_check;
    Overview m_overview;
    bool m_isCut = false;
};

} // namespace

Result<OpenedData> openData(const std::filesystem::path &file, const std::string &task,
                            std::stop_token stop, const ProgressHandler &onProgress)
{
    return guarded([&] {
        auto table = std::make_shared<const Table>(readTable(file, {}, stop, onProgress));
        return OpenedData{table, guessColumns(*table, task)};
    });
}

Result<Overview> lookOver(const Table &table, const Columns &columns, const SplitOptions &options,
                          std::stop_token stop, const ProgressHandler &onProgress,
                          bool severalLabels)
{
    return guarded([&] {
        const Message phase{"data.looking_over",
                            LUTHIER_MESSAGE("Looking through {file}"),
                            {{"file", table.source}}};
        // Counting, labels, copies.
        StopCheck check(stop, onProgress, phase, 3 * table.rows());
        return Looking(table, columns, options, severalLabels, check).look();
    });
}

} // namespace luthier
