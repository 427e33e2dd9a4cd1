// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace luthier::kernels {

/// exp by range reduction to [-ln2/2, ln2/2] and a polynomial of degree 6 (Cephes expf); relative
/// error under 2e-7. Plain arithmetic only, so that a loop over it becomes vector instructions.
[[gnu::always_inline]] inline float expOf(float x)
{
    x = x < -87.0f ? -87.0f : x;
    const float shifted =
        x * 1.44269504088896341f + 12582912.0f; // adding 1.5 * 2^23 rounds to an integer
    const float n = shifted - 12582912.0f;
    float r = x - n * 0.693359375f;
    r = r - n * -2.12194440e-4f;
    float y = 1.9875691500e-4f;
    y = y * r + 1.3981999507e-3f;
    y = y * r + 8.3334519073e-3f;
    y = y * r + 4.1665795894e-2f;
    y = y * r + 1.6666665459e-1f;
    y = y * r + 5.0000001201e-1f;
    y = y * r * r + r + 1.0f;
    return y * std::bit_cast<float>((int32_t(n) + 127) << 23);
}

/// erf by a rational function on [-3.7439, 3.7439], beyond which it is 1 in single precision (XLA,
/// math.cc, ErfImpl32); absolute error under 2e-7.
[[gnu::always_inline]] inline float erfOf(float x)
{
    constexpr float edge = 3.7439211627767994f;
    x = x < -edge ? -edge : x;
    x = x > edge ? edge : x;
    const float s = x * x;
    float over = 2.2905065861350646e-4f;
    over = over * s + 3.4082910107109506e-3f;
    over = over * s + 5.0955695062380861e-2f;
    over = over * s + 1.8520832239976145e-1f;
    over = over * s + 1.128379143519084f;
    float under = -1.1791602954361697e-7f;
    under = under * s + 2.3547966471313185e-5f;
    under = under * s + 1.0179625278914885e-3f;
    under = under * s + 1.4070470171167667e-2f;
    under = under * s + 1.1098505178285362e-1f;
    under = under * s + 4.9746925110067538e-1f;
    under = under * s + 1.0f;
    return x * over / under;
}

} // namespace luthier::kernels
