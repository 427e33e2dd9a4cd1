// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace luthier::kernels {

/// One row of scores, in place: exp(scale * s - m) for the first `count` entries, zero up to
/// `width`. Returns log(sum(exp(scale * s))) over those entries.
float softmaxRow(float *scores, int64_t count, int64_t width, float scale);

/// The same probabilities again from a known log-sum: exp(scale * s - log_sum).
void probabilitiesRow(float *scores, int64_t count, int64_t width, float scale, float logSum);

/// Gradient of the scores: scale * p * (g * f - d), into `gradient`; p * f into `probabilities`.
/// `factors` (dropout) may be null, which means 1.
void scoreGradientRow(float *gradient, float *probabilities, const float *factors, int64_t width,
                      float scale, float dot);

/// row *= factors.
void multiplyRow(float *row, const float *factors, int64_t width);

/// sum(a * b).
float dotRow(const float *a, const float *b, int64_t width);

/// Words of the generator into dropout factors: 0 or `keep`.
void factorsRow(const uint32_t *words, uint32_t threshold, float keep, int64_t width,
                float *factors);

} // namespace luthier::kernels
