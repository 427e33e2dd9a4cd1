// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

/// Counter-based random numbers: Philox4x32-10 (Salmon, Moraes, Dror, Shaw, "Parallel random
/// numbers: as easy as 1, 2, 3", 2011; test vectors: kat_vectors of the Random123 library).
namespace luthier::philox {

using Counter = std::array<uint32_t, 4>;
using Key = std::array<uint32_t, 2>;

constexpr uint32_t kMultiplier0 = 0xD2511F53u;
constexpr uint32_t kMultiplier1 = 0xCD9E8D57u;
constexpr uint32_t kWeyl0 = 0x9E3779B9u;
constexpr uint32_t kWeyl1 = 0xBB67AE85u;
constexpr int kRounds = 10;

/// Four independent words for one counter.
constexpr Counter generate(Counter counter, Key key)
{
    for (int round = 0; round < kRounds; ++round) {
        const uint64_t product0 = uint64_t(kMultiplier0) * counter[0];
        const uint64_t product1 = uint64_t(kMultiplier1) * counter[2];
        counter = {uint32_t(product1 >> 32) ^ counter[1] ^ key[0], uint32_t(product1),
                   uint32_t(product0 >> 32) ^ counter[3] ^ key[1], uint32_t(product0)};
        key = {key[0] + kWeyl0, key[1] + kWeyl1};
    }
    return counter;
}

/// Counters {first + column, row, ...fixed} of a grid, row after row: word w of counter (r, c) is
/// out[4 * (r * columns + c) + w]. Written lane by lane, so that the compiler makes vector
/// instructions.
struct Grid
{
    uint32_t first = 0;
    int64_t columns = 0;
    uint32_t firstRow = 0;
    int64_t rows = 1;
    std::array<uint32_t, 2> fixed{};
};
void generateGrid(const Grid &grid, Key key, uint32_t *out);

/// FNV-1a of a module's path, the part of a dropout key that tells modules apart.
constexpr uint32_t pathHash(const char *text)
{
    uint32_t hash = 2166136261u;
    for (; *text; ++text)
        hash = (hash ^ uint8_t(*text)) * 16777619u;
    return hash;
}

} // namespace luthier::philox
