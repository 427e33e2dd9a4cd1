// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/philox.h"

#include "core/kernels/vectorised.h"

#include <algorithm>

namespace luthier::philox {

namespace {

constexpr int kLanes = 32;

LUTHIER_VECTORISED
void generateLanes(const uint32_t *first, const uint32_t *second, uint32_t third, uint32_t fourth,
                   uint32_t key0, uint32_t key1, uint32_t *out)
{
    uint32_t c0[kLanes], c1[kLanes], c2[kLanes], c3[kLanes];
    for (int i = 0; i < kLanes; ++i) {
        c0[i] = first[i];
        c1[i] = second[i];
        c2[i] = third;
        c3[i] = fourth;
    }
    for (int round = 0; round < kRounds; ++round) {
        // Unrolled, the lanes would no longer become vectors.
#pragma GCC unroll 1
        for (int i = 0; i < kLanes; ++i) {
            const uint64_t product0 = uint64_t(kMultiplier0) * c0[i];
            const uint64_t product1 = uint64_t(kMultiplier1) * c2[i];
            c0[i] = uint32_t(product1 >> 32) ^ c1[i] ^ key0;
            c1[i] = uint32_t(product1);
            c2[i] = uint32_t(product0 >> 32) ^ c3[i] ^ key1;
            c3[i] = uint32_t(product0);
        }
        key0 += kWeyl0;
        key1 += kWeyl1;
    }
    for (int i = 0; i < kLanes; ++i) {
        out[4 * i] = c0[i];
        out[4 * i + 1] = c1[i];
        out[4 * i + 2] = c2[i];
        out[4 * i + 3] = c3[i];
    }
}

} // namespace

void generateGrid(const Grid &grid, Key key, uint32_t *out)
{
    const int64_t total = grid.columns * grid.rows;
    uint32_t first[kLanes] = {}, second[kLanes] = {}, rest[4 * kLanes];
    int64_t column = 0, row = 0;
    for (int64_t done = 0; done < total; done += kLanes) {
        const int64_t count = std::min<int64_t>(kLanes, total - done);
        for (int64_t i = 0; i < count; ++i) {
            first[i] = grid.first + uint32_t(column);
            second[i] = grid.firstRow + uint32_t(row);
            if (++column == grid.columns) {
                column = 0;
                ++row;
            }
        }
        const bool whole = count == kLanes;
        generateLanes(first, second, grid.fixed[0], grid.fixed[1], key[0], key[1],
                      whole ? out + 4 * done : rest);
        if (!whole)
            std::copy_n(rest, 4 * count, out + 4 * done);
    }
}

} // namespace luthier::philox
