// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace luthier {

/// Element types of stored weights; names as safetensors writes them.
enum class DType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

/// "F32", "BF16", "BOOL", ...
std::string_view dtypeName(DType dtype);
/// Nothing for a name that is none of the above (the 8-bit and 4-bit floats among them).
std::optional<DType> dtypeFromName(std::string_view name);

/// Bytes per element.
size_t dtypeSize(DType dtype);
bool isFloating(DType dtype);

/// Little-endian elements as floats: F16, BF16 and F32 exactly, F64 rounded to nearest.
/// `source` holds `destination.size()` elements of a floating type and need not be aligned.
void convertToFloat(DType dtype, std::span<const std::byte> source, std::span<float> destination);

struct NonFiniteCount
{
    uint64_t nans = 0;
    uint64_t infinities = 0;

    bool operator==(const NonFiniteCount &) const = default;
};

/// Counts NaN and infinite elements; types without them count none.
NonFiniteCount countNonFinite(DType dtype, std::span<const std::byte> elements);

} // namespace luthier
