// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/softmax.h"

#include "core/kernels/vectorised.h"

#include <bit>
#include <cmath>
#include <limits>

namespace luthier::kernels {

namespace {

constexpr int kLanes = 16;

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

[[gnu::always_inline]] inline float largest(const float *row, int64_t count)
{
    float lanes[kLanes];
    for (float &lane : lanes)
        lane = -std::numeric_limits<float>::infinity();
    int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (int l = 0; l < kLanes; ++l)
            lanes[l] = lanes[l] > row[i + l] ? lanes[l] : row[i + l];
    for (; i < count; ++i)
        lanes[0] = lanes[0] > row[i] ? lanes[0] : row[i];
    float best = lanes[0];
    for (float lane : lanes)
        best = best > lane ? best : lane;
    return best;
}

[[gnu::always_inline]] inline float sumOf(const float *row, int64_t count)
{
    float lanes[kLanes] = {};
    int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (int l = 0; l < kLanes; ++l)
            lanes[l] += row[i + l];
    for (; i < count; ++i)
        lanes[0] += row[i];
    float sum = 0;
    for (float lane : lanes)
        sum += lane;
    return sum;
}

} // namespace

LUTHIER_VECTORISED
float softmaxRow(float *scores, int64_t count, int64_t width, float scale)
{
    const float top = scale * largest(scores, count);
    for (int64_t i = 0; i < count; ++i)
        scores[i] = expOf(scale * scores[i] - top);
    const float sum = sumOf(scores, count);
    const float inverse = 1.0f / sum;
    for (int64_t i = 0; i < count; ++i)
        scores[i] *= inverse;
    for (int64_t i = count; i < width; ++i)
        scores[i] = 0;
    return top + std::log(sum);
}

LUTHIER_VECTORISED
void probabilitiesRow(float *scores, int64_t count, int64_t width, float scale, float logSum)
{
    for (int64_t i = 0; i < count; ++i)
        scores[i] = expOf(scale * scores[i] - logSum);
    for (int64_t i = count; i < width; ++i)
        scores[i] = 0;
}

LUTHIER_VECTORISED
void scoreGradientRow(float *gradient, float *probabilities, const float *factors, int64_t width,
                      float scale, float dot)
{
    if (!factors) {
        for (int64_t i = 0; i < width; ++i)
            gradient[i] = scale * probabilities[i] * (gradient[i] - dot);
        return;
    }
    for (int64_t i = 0; i < width; ++i) {
        gradient[i] = scale * probabilities[i] * (gradient[i] * factors[i] - dot);
        probabilities[i] *= factors[i];
    }
}

LUTHIER_VECTORISED
void multiplyRow(float *row, const float *factors, int64_t width)
{
    for (int64_t i = 0; i < width; ++i)
        row[i] *= factors[i];
}

LUTHIER_VECTORISED
float dotRow(const float *a, const float *b, int64_t width)
{
    float lanes[kLanes] = {};
    int64_t i = 0;
    for (; i + kLanes <= width; i += kLanes)
        for (int l = 0; l < kLanes; ++l)
            lanes[l] += a[i + l] * b[i + l];
    for (; i < width; ++i)
        lanes[0] += a[i] * b[i];
    float sum = 0;
    for (float lane : lanes)
        sum += lane;
    return sum;
}

LUTHIER_VECTORISED
void factorsRow(const uint32_t *words, uint32_t threshold, float keep, int64_t width,
                float *factors)
{
    for (int64_t i = 0; i < width; ++i)
        factors[i] = words[i] >= threshold ? keep : 0.0f;
}

} // namespace luthier::kernels
