// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/case_folding.h"
#include "core/data/row_order.h"
#include "core/data/stop_check.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace luthier {

namespace {

char smallAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return uint8_t(c) < 0x80; });
}

/// Finds a text in others, capital letters or not.
class Finder
{
public:
    explicit Finder(std::string_view wanted)
        : m_wanted(foldedCase(wanted)), m_plain(isAscii(m_wanted))
    {
        // Horspool's table: how far the window may move by the byte at its end.
        m_moves.fill(m_wanted.size());
        for (size_t i = 0; i + 1 < m_wanted.size(); ++i) {
            const char c = m_wanted[i];
            m_moves[uint8_t(c)] = m_wanted.size() - 1 - i;
            if (c >= 'a' && c <= 'z')
                m_moves[uint8_t(c - 32)] = m_wanted.size() - 1 - i;
        }
    }

    bool isIn(std::string_view text) const
    {
        if (!m_plain)
            return foldedCase(text).find(m_wanted) != std::string::npos;
        const size_t length = m_wanted.size();
        for (size_t end = length; end <= text.size(); end += m_moves[uint8_t(text[end - 1])])
            if (equalAt(text.substr(end - length, length)))
                return true;
        return false;
    }

private:
    bool equalAt(std::string_view text) const
    {
        for (size_t i = m_wanted.size(); i-- > 0;)
            if (smallAscii(text[i]) != m_wanted[i])
                return false;
        return true;
    }

    std::string m_wanted;
    bool m_plain;
    std::array<size_t, 256> m_moves;
};

} // namespace

Result<std::vector<int64_t>> filteredRows(const Table &table, std::span<const int64_t> rows,
                                          const RowFilter &filter,
                                          std::span<const std::optional<Part>> partOf,
                                          std::stop_token stop, const ProgressHandler &onProgress)
{
    return guarded([&] {
        const Message phase{"data.filtering", LUTHIER_MESSAGE("Searching rows"), {}};
        StopCheck check(stop, onProgress, phase, int64_t(rows.size()));
        std::vector<int> columns = filter.columns;
        if (columns.empty()) {
            columns.resize(table.columnNames().size());
            std::iota(columns.begin(), columns.end(), 0);
        }
        const Finder finder(filter.text);
        const auto holdsText = [&](int64_t row) {
            return std::ranges::any_of(columns, [&](int column) {
                const auto cell = table.cell(row, column);
                return cell && finder.isIn(*cell);
            });
        };
        std::vector<int64_t> passed;
        for (const int64_t row : rows) {
            check.step();
            if (filter.part && partOf[size_t(row)] != filter.part)
                continue;
            if (filter.label && table.cell(row, filter.labelColumn.value_or(0)) != *filter.label)
                continue;
            if (filter.text.empty() || holdsText(row))
                passed.push_back(row);
        }
        return passed;
    });
}

} // namespace luthier
