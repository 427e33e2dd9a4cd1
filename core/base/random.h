// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace luthier {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every system, unlike std::shuffle.
class SplitMix64
{
public:
    explicit SplitMix64(uint64_t seed) : m_state(seed) {}

    uint64_t next()
    {
        uint64_t z = (m_state += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }

    /// Uniform in [0, bound), without modulo bias.
    uint64_t below(uint64_t bound)
    {
        const uint64_t rest = (0 - bound) % bound;
        uint64_t value = next();
        while (value < rest)
            value = next();
        return value % bound;
    }

    template <typename T>
    void shuffle(std::vector<T> &items)
    {
        for (size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(i)]);
    }

private:
    uint64_t m_state;
};

} // namespace luthier
