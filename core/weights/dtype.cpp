// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/dtype.h"

#include <array>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace luthier {

namespace {

static_assert(std::endian::native == std::endian::little, "safetensors holds little-endian values");

struct Traits
{
    DType dtype;
    std::string_view name;
    size_t size;
};

constexpr std::array<Traits, 10> traits{{{DType::F64, "F64", 8},
                                         {DType::F32, "F32", 4},
                                         {DType::F16, "F16", 2},
                                         {DType::BF16, "BF16", 2},
                                         {DType::I64, "I64", 8},
                                         {DType::I32, "I32", 4},
                                         {DType::I16, "I16", 2},
                                         {DType::I8, "I8", 1},
                                         {DType::U8, "U8", 1},
                                         {DType::Bool, "BOOL", 1}}};

template <typename T>
T load(std::span<const std::byte> source, size_t index)
{
    T value;
    std::memcpy(&value, source.data() + index * sizeof(T), sizeof(T));
    return value;
}

float halfToFloat(uint16_t half)
{
    const uint32_t sign = uint32_t(half & 0x8000u) << 16;
    const uint32_t exponent = (half >> 10) & 0x1Fu;
    const uint32_t fraction = half & 0x3FFu;
    if (exponent == 0) {
        // A subnormal half is fraction * 2^-24, a normal float.
        const float magnitude = float(fraction) * 0x1p-24f;
        return std::bit_cast<float>(sign | std::bit_cast<uint32_t>(magnitude));
    }
    const uint32_t widened = exponent == 0x1F ? 0xFFu : exponent + (127 - 15);
    return std::bit_cast<float>(sign | widened << 23 | fraction << 13);
}

template <typename T>
NonFiniteCount countByBits(std::span<const std::byte> elements, T infinity)
{
    const T magnitudeMask = T(~T(0)) >> 1;
    NonFiniteCount count;
    for (size_t i = 0; i < elements.size() / sizeof(T); ++i) {
        const T magnitude = load<T>(elements, i) & magnitudeMask;
        count.nans += magnitude > infinity;
        count.infinities += magnitude == infinity;
    }
    return count;
}

} // namespace

std::string_view dtypeName(DType dtype)
{
    return traits[size_t(dtype)].name;
}

std::optional<DType> dtypeFromName(std::string_view name)
{
    for (const Traits &candidate : traits)
        if (candidate.name == name)
            return candidate.dtype;
    return std::nullopt;
}

size_t dtypeSize(DType dtype)
{
    return traits[size_t(dtype)].size;
}

bool isFloating(DType dtype)
{
    return dtype == DType::F64 || dtype == DType::F32 || dtype == DType::F16 ||
           dtype == DType::BF16;
}

void convertToFloat(DType dtype, std::span<const std::byte> source, std::span<float> destination)
{
    if (!isFloating(dtype) || source.size() != destination.size() * dtypeSize(dtype))
        throw std::invalid_argument("convertToFloat: type or size does not fit");
    if (dtype == DType::F32 && !source.empty())
        std::memcpy(destination.data(), source.data(), source.size());
    for (size_t i = 0; i < destination.size(); ++i) {
        if (dtype == DType::F16)
            destination[i] = halfToFloat(load<uint16_t>(source, i));
        else if (dtype == DType::BF16)
            destination[i] = std::bit_cast<float>(uint32_t(load<uint16_t>(source, i)) << 16);
        else if (dtype == DType::F64)
            destination[i] = float(load<double>(source, i));
    }
}

NonFiniteCount countNonFinite(DType dtype, std::span<const std::byte> elements)
{
    switch (dtype) {
    case DType::F64:
        return countByBits<uint64_t>(elements, 0x7FF0000000000000ull);
    case DType::F32:
        return countByBits<uint32_t>(elements, 0x7F800000u);
    case DType::F16:
        return countByBits<uint16_t>(elements, 0x7C00u);
    case DType::BF16:
        return countByBits<uint16_t>(elements, 0x7F80u);
    default:
        return {};
    }
}

} // namespace luthier
