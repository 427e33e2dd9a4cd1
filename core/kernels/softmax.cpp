// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/softmax.h"

#include "core/kernels/exponential.h"
#include "core/kernels/vectorised.h"

#include <cmath>
#include <limits>

namespace luthier::kernels {

namespace {

constexpr int kLanes = 16;

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
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int64_t i = 0; i < count; ++i)
        sum += row[i];
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
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int64_t i = 0; i < width; ++i)
        sum += a[i] * b[i];
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
