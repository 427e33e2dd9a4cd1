// SPDX-License-Identifier: GPL-3.0-or-later
// AdamW (Loshchilov, Hutter 2019) in the order of operations of LibTorch's fused kernel
// (aten/src/ATen/native/cpu/FusedAdamKernel.cpp).
#include "core/kernels/adamw_rows.h"

#include "core/kernels/vectorised.h"

#include <cmath>

namespace luthier {

namespace {

struct RowFactors
{
    float decay, first, beta2, second, stepSize, rootCorrection, epsilon, divisor;
};

RowFactors rowFactors(const AdamWFactors &f)
{
    const double step = double(f.step);
    return {.decay = float(f.learning_rate * f.weight_decay),
            .first = float(1 - f.beta1),
            .beta2 = float(f.beta2),
            .second = float(1 - f.beta2),
            .stepSize = float(f.learning_rate / (1 - std::pow(f.beta1, step))),
            .rootCorrection = float(std::sqrt(1 - std::pow(f.beta2, step))),
            .epsilon = float(f.epsilon),
            .divisor = float(f.gradient_divisor)};
}

LUTHIER_VECTORISED
void updateRow(float *value, float *average, float *square, const float *gradient, int64_t width,
               const RowFactors &f)
{
    for (int64_t i = 0; i < width; ++i) {
        const float g = gradient[i] / f.divisor;
        const float v = value[i] - f.decay * value[i];
        average[i] += f.first * (g - average[i]);
        square[i] = f.beta2 * square[i] + f.second * g * g;
        value[i] =
            v - f.stepSize * average[i] / (std::sqrt(square[i]) / f.rootCorrection + f.epsilon);
    }
}

LUTHIER_VECTORISED
void decayRow(float *value, int64_t width, float decay)
{
    for (int64_t i = 0; i < width; ++i)
        value[i] -= decay * value[i];
}

bool isZero(const float *row, int64_t width)
{
    return std::all_of(row, row + width, [](float x) { return x == 0; });
}

} // namespace

bool AdamWRows::canStep(const at::Tensor &value, const at::Tensor &gradient)
{
    return gradient.is_sparse() && gradient.sparse_dim() == 1 && value.is_cpu() &&
           value.scalar_type() == at::kFloat && value.dim() == 2 && value.is_contiguous();
}

void AdamWRows::step(const at::Tensor &value, const at::Tensor &average, const at::Tensor &square,
                     const at::Tensor &gradient, const AdamWFactors &factors)
{
    const int64_t rows = value.size(0), width = value.size(1);
    float *v = value.mutable_data_ptr<float>(), *a = average.mutable_data_ptr<float>(),
          *s = square.mutable_data_ptr<float>();
    if (m_moved.empty()) {
        m_moved.resize(size_t(rows));
        for (int64_t row = 0; row < rows; ++row)
            m_moved[size_t(row)] =
                !isZero(a + row * width, width) || !isZero(s + row * width, width);
    }
    const at::Tensor indices = gradient.indices()[0].contiguous(),
                     values = gradient.values().contiguous();
    const int64_t *index = indices.const_data_ptr<int64_t>();
    std::vector<const float *> lines(size_t(rows), nullptr);
    for (int64_t i = 0; i < indices.numel(); ++i) {
        lines[size_t(index[i])] = values.const_data_ptr<float>() + i * width;
        m_moved[size_t(index[i])] = 1;
    }
    const RowFactors f = rowFactors(factors);
    const std::vector<float> nothing(size_t(width), 0.0f);
    at::parallel_for(0, rows, 64, [&](int64_t begin, int64_t end) {
        for (int64_t row = begin; row < end; ++row) {
            const float *line = lines[size_t(row)];
            if (m_moved[size_t(row)])
                updateRow(v + row * width, a + row * width, s + row * width,
                          line ? line : nothing.data(), width, f);
            else if (f.decay != 0)
                decayRow(v + row * width, width, f.decay);
        }
    });
}

} // namespace luthier
