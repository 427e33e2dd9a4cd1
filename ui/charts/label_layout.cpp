// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/label_layout.h"

#include <algorithm>
#include <numeric>

namespace luthier {

std::vector<int> placedLabels(std::span<const LabelWish> wishes, const QRectF &area)
{
    std::vector<size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return wishes[a].priority > wishes[b].priority; });
    std::vector<int> out(wishes.size(), -1);
    std::vector<QRectF> taken;
    for (const size_t index : order) {
        const std::vector<QRectF> &places = wishes[index].places;
        for (size_t i = 0; i < places.size(); ++i) {
            const bool free = area.contains(places[i]) &&
                              std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) {
                                  return other.intersects(places[i]);
                              });
            if (!free)
                continue;
            out[index] = int(i);
            taken.push_back(places[i]);
            break;
        }
    }
    return out;
}

} // namespace luthier
