// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/label_cells.h"

#include "core/base/json.h"
#include "core/data/column_names.h"
#include "core/data/labels.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace luthier {

namespace {

constexpr std::array separators{'|', ';', ','};
constexpr size_t fewLabels = 32;
constexpr std::string_view space = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// Labels in the order in which they are written, each once.
class OnceEach
{
public:
    void add(std::string label)
    {
        if (!label.empty() && isNew(label))
            m_labels.push_back(std::move(label));
    }
    std::vector<std::string> take() { return std::move(m_labels); }

private:
    /// Few labels are found faster without a set; a hostile cell has a million.
    bool isNew(const std::string &label)
    {
        if (m_labels.size() < fewLabels)
            return std::ranges::find(m_labels, label) == m_labels.end();
        if (m_known.empty())
            m_known.insert(m_labels.begin(), m_labels.end());
        return m_known.insert(label).second;
    }

    std::vector<std::string> m_labels;
    std::unordered_set<std::string> m_known;
};

/// One list of texts and numbers, its texts in quotes of either kind.
class ListReading
{
public:
    explicit ListReading(std::string_view cell) : m_rest(cell) { m_rest.remove_prefix(1); }

    std::optional<std::vector<std::string>> read()
    {
        OnceEach labels;
        while (!isAt(']')) {
            auto label = isAt('"') || isAt('\'') ? quoted() : bare();
            if (!label)
                return std::nullopt;
            labels.add(*std::move(label));
            if (isAt(','))
                m_rest.remove_prefix(1);
            else if (!isAt(']'))
                return std::nullopt;
        }
        m_rest.remove_prefix(1);
        return trimmed(m_rest).empty() ? std::optional(labels.take()) : std::nullopt;
    }

private:
    bool isAt(char c)
    {
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(space), m_rest.size()));
        return m_rest.starts_with(c);
    }

    std::optional<std::string> quoted()
    {
        const char quote = m_rest.front();
        size_t end = 1;
        while (end < m_rest.size() && m_rest[end] != quote)
            end += m_rest[end] == '\\' ? 2 : 1;
        if (end >= m_rest.size())
            return std::nullopt;
        const std::string_view inner = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        if (quote == '\'')
            return withoutEscapes(inner);
        const Json text = Json::parse("\"" + std::string(inner) + "\"", nullptr, false);
        return text.is_string() ? std::optional(text.get<std::string>()) : std::nullopt;
    }

    static std::string withoutEscapes(std::string_view inner)
    {
        std::string out;
        for (size_t i = 0; i < inner.size(); ++i) {
            i += inner[i] == '\\' && i + 1 < inner.size();
            out += inner[i];
        }
        return out;
    }

    std::optional<std::string> bare()
    {
        const size_t end = m_rest.find_first_of(",]");
        const std::string label(trimmed(m_rest.substr(0, end)));
        if (end == std::string_view::npos || label.empty() ||
            label.find_first_of("[{\"'") != std::string::npos || isMissingLabel(label) ||
            label == "None")
            return std::nullopt;
        m_rest.remove_prefix(end);
        return label;
    }

    std::string_view m_rest;
};

} // namespace

LabelCells LabelCells::severalIn(const Table &table, const std::string &column)
{
    const auto index = table.columnIndex(column);
    if (!index)
        throw missingColumn(column, table.columnNames(), table.source);
    std::array<int64_t, separators.size()> cells{};
    for (int64_t row = 0; row < table.rows(); ++row) {
        const std::string_view cell = trimmed(table.cell(row, *index).value_or(""));
        if (!cell.starts_with('['))
            for (size_t i = 0; i < separators.size(); ++i)
                cells[i] += cell.find(separators[i]) != std::string_view::npos;
    }
    LabelCells found;
    found.m_several = true;
    const auto most = std::ranges::max_element(cells);
    if (*most > 0)
        found.m_separator = separators[size_t(most - cells.begin())];
    return found;
}

std::optional<std::vector<std::string>> LabelCells::of(std::string_view cell) const
{
    if (!m_several)
        return std::vector{std::string(cell)};
    cell = trimmed(cell);
    if (cell.starts_with('['))
        return ListReading(cell).read();
    OnceEach labels;
    while (!cell.empty()) {
        const size_t end =
            m_separator ? std::min(cell.find(m_separator), cell.size()) : cell.size();
        labels.add(std::string(trimmed(cell.substr(0, end))));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return labels.take();
}

} // namespace luthier
