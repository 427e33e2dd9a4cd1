// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace luthier {

/// Product or sum of sizes read from a file; nothing when it does not fit 64 bits.
inline std::optional<uint64_t> checkedProduct(uint64_t a, uint64_t b)
{
    uint64_t result = 0;
    return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
}

inline std::optional<uint64_t> checkedSum(uint64_t a, uint64_t b)
{
    uint64_t result = 0;
    return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
}

} // namespace luthier
