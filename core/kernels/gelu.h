// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

/// x * (1 + erf(x / sqrt(2))) / 2 (Hendrycks, Gimpel 2016). Float on the CPU by a kernel of our
/// own, compiled for each processor generation; everything else by at::gelu.
at::Tensor exactGelu(const at::Tensor &x);

} // namespace luthier
