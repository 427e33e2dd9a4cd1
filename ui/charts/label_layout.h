// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <span>
#include <vector>

namespace luthier {

/// Places that a label may take, best first, and how long it stays when labels collide.
struct LabelWish
{
    std::vector<QRectF> places;
    int priority = 0; ///< the higher one stays
};

/// For each wish the number of its place, or -1 where none is left: no two chosen places overlap,
/// and all lie inside `area`.
std::vector<int> placedLabels(std::span<const LabelWish> wishes, const QRectF &area);

} // namespace luthier
