// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace luthier::kernels {

/// A matrix in memory: element (row, column) is at data[row * rowStride + column * columnStride],
/// and one of the strides is 1.
struct MatrixView
{
    const float *data = nullptr;
    int64_t rows = 0, columns = 0, rowStride = 0, columnStride = 0;
};

/// True where `gemm` can run and is faster than MKL.
bool gemmPays();

/// c = a b + bias (one for each column, or null); c is row-major without gaps.
/// Packed panels and a register tile as in Goto, van de Geijn, "Anatomy of high-performance matrix
/// multiplication" (2008).
void gemm(const MatrixView &a, const MatrixView &b, const float *bias, float *c);

/// c = a b, or c += a b, on the calling thread; rows of c are `stride` apart.
void gemmSerial(const MatrixView &a, const MatrixView &b, bool adds, float *c, int64_t stride);

} // namespace luthier::kernels
