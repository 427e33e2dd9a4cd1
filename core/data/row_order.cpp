// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/row_order.h"

#include "core/data/numbers.h"
#include "core/data/stop_check.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

namespace luthier {

namespace {

/// What a row is sorted by: most comparisons are decided by `front` alone, without a look at the
/// cell.
struct Key
{
    uint64_t front;
    std::string_view rest; ///< of a text: what follows its first eight bytes
    int64_t row;
};

Message sorting()
{
    return {"data.sorting", LUTHIER_MESSAGE("Sorting rows"), {}};
}

/// Orders as the number does.
uint64_t frontOf(double value)
{
    const auto bits = std::bit_cast<uint64_t>(value + 0.0);
    constexpr uint64_t sign = uint64_t(1) << 63;
    return bits & sign ? ~bits : bits | sign;
}

/// Orders as the first eight bytes do.
uint64_t frontOf(std::string_view text)
{
    uint64_t front = 0;
    std::memcpy(&front, text.data(), std::min<size_t>(text.size(), 8));
    return std::endian::native == std::endian::little ? __builtin_bswap64(front) : front;
}

bool allNumbers(const Table &table, std::span<const int64_t> rows, int column, StopCheck &check)
{
    bool any = false;
    for (const int64_t row : rows) {
        check.step();
        const auto cell = table.cell(row, column);
        if (cell && !parseNumber(*cell))
            return false;
        any = any || cell;
    }
    return any;
}

std::vector<int64_t> ordered(std::vector<Key> keys, std::span<const int64_t> last, bool descending,
                             StopCheck &check)
{
    const auto before = [&check](const Key &a, const Key &b) {
        check.step();
        return a.front != b.front ? a.front < b.front : a.rest < b.rest;
    };
    if (descending)
        std::ranges::stable_sort(keys, [&](const Key &a, const Key &b) { return before(b, a); });
    else
        std::ranges::stable_sort(keys, before);
    std::vector<int64_t> rows;
    rows.reserve(keys.size() + last.size());
    for (const Key &key : keys)
        rows.push_back(key.row);
    rows.insert(rows.end(), last.begin(), last.end());
    return rows;
}

} // namespace

Result<std::vector<int64_t>> sortedByColumn(const Table &table, std::span<const int64_t> rows,
                                            int column, bool descending, std::stop_token stop,
                                            const ProgressHandler &onProgress)
{
    return guarded([&] {
        StopCheck check(stop, onProgress, sorting());
        const bool numbers = allNumbers(table, rows, column, check);
        std::vector<Key> keys;
        keys.reserve(rows.size());
        std::vector<int64_t> last;
        for (const int64_t row : rows) {
            check.step();
            const auto cell = table.cell(row, column);
            if (!cell)
                last.push_back(row);
            else if (numbers)
                keys.push_back({frontOf(*parseNumber(*cell)), {}, row});
            else
                keys.push_back(
                    {frontOf(*cell), cell->substr(std::min<size_t>(8, cell->size())), row});
        }
        return ordered(std::move(keys), last, descending, check);
    });
}

Result<std::vector<int64_t>> sortedByNumber(std::span<const int64_t> rows,
                                            std::span<const int32_t> numbers, bool descending,
                                            std::stop_token stop, const ProgressHandler &onProgress)
{
    return guarded([&] {
        StopCheck check(stop, onProgress, sorting());
        std::vector<Key> keys;
        keys.reserve(rows.size());
        std::vector<int64_t> last;
        for (const int64_t row : rows) {
            check.step();
            const int32_t number = numbers[size_t(row)];
            if (number < 0)
                last.push_back(row);
            else
                keys.push_back({uint64_t(number), {}, row});
        }
        return ordered(std::move(keys), last, descending, check);
    });
}

std::vector<int64_t> allRows(const Table &table)
{
    std::vector<int64_t> rows(size_t(table.rows()));
    std::iota(rows.begin(), rows.end(), int64_t(0));
    return rows;
}

} // namespace luthier
