// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/copies.h"

#include <algorithm>

namespace luthier {

namespace {

struct Hashed
{
    size_t hash;
    int64_t row;

    auto operator<=>(const Hashed &) const = default;
};

/// Different texts can have one hash.
void takeEqual(const RowTexts &texts, std::span<const Hashed> sameHash,
               std::vector<std::vector<int64_t>> &groups)
{
    std::vector<std::vector<int64_t>> found;
    for (const Hashed &item : sameHash) {
        const auto equal = std::ranges::find_if(found, [&](const std::vector<int64_t> &group) {
            return texts.at(group.front()) == texts.at(item.row);
        });
        if (equal == found.end())
            found.push_back({item.row});
        else
            equal->push_back(item.row);
    }
    for (std::vector<int64_t> &group : found)
        if (group.size() > 1)
            groups.push_back(std::move(group));
}

} // namespace

bool isBlank(const RowText &row)
{
    const auto onlySpaces = [](std::string_view text) {
        return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
    };
    return onlySpaces(row.text) && onlySpaces(row.pair);
}

std::vector<std::vector<int64_t>> copiesAmong(const RowTexts &texts, std::span<const int64_t> rows,
                                              StopCheck &check)
{
    std::vector<Hashed> hashed;
    hashed.reserve(rows.size());
    for (const int64_t row : rows) {
        check.step();
        hashed.push_back({RowTextHash()(texts.at(row)), row});
    }
    std::ranges::sort(hashed);
    std::vector<std::vector<int64_t>> groups;
    for (size_t begin = 0; begin < hashed.size();) {
        size_t end = begin + 1;
        while (end < hashed.size() && hashed[end].hash == hashed[begin].hash)
            ++end;
        if (end - begin > 1)
            takeEqual(texts, std::span(hashed).subspan(begin, end - begin), groups);
        begin = end;
    }
    std::ranges::sort(groups, {}, [](const std::vector<int64_t> &group) { return group.front(); });
    return groups;
}

} // namespace luthier
