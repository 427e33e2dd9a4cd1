// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

struct AdamWFactors
{
    double learning_rate = 0, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weight_decay = 0;
    double gradient_divisor = 1; ///< clipping
    int64_t step = 1;
};

/// AdamW of a table whose gradient holds few rows: what the dense update gives, without the work
/// where it changes nothing. A row that never had a gradient has moments of zero and only decays.
class AdamWRows
{
public:
    /// value, average and square [rows, width], float on the CPU without gaps; `gradient` sparse
    /// over rows and coalesced.
    void step(const at::Tensor &value, const at::Tensor &average, const at::Tensor &square,
              const at::Tensor &gradient, const AdamWFactors &factors);
    /// The moments were changed from elsewhere.
    void forget() { m_moved.clear(); }

    static bool canStep(const at::Tensor &value, const at::Tensor &gradient);

private:
    std::vector<uint8_t> m_moved; ///< by row: 1 when a moment may differ from zero
};

} // namespace luthier
