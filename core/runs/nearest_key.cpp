// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/nearest_key.h"

#include <algorithm>
#include <numeric>

namespace luthier {

namespace {

constexpr size_t longest = 100;
constexpr double otherSection = 1.5;
constexpr double partOfName = 2;

std::string_view nameIn(std::string_view path)
{
    const size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

std::string_view sectionIn(std::string_view path)
{
    const size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
}

double farness(std::string_view path, std::string_view candidate)
{
    const std::string_view name = nameIn(path), other = nameIn(candidate);
    double distance = editDistance(name, other);
    const bool isPart = name.size() >= 4 && other.size() >= 4 &&
                        (other.find(name) != other.npos || name.find(other) != name.npos);
    if (isPart)
        distance = std::min(distance, partOfName);
    return distance + (sectionIn(path) == sectionIn(candidate) ? 0 : otherSection);
}

} // namespace

int editDistance(std::string_view a, std::string_view b)
{
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    std::vector<int> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (size_t i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        for (size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::string nearestKey(const std::string &path, const std::vector<std::string> &known)
{
    const auto nearer = [&path](const std::string &a, const std::string &b) {
        return farness(path, a) < farness(path, b);
    };
    const auto nearest = std::ranges::min_element(known, nearer);
    return nearest == known.end() ? std::string() : *nearest;
}

} // namespace luthier
