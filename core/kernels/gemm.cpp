// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/gemm.h"

#include "core/kernels/tensor.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
// GCC 12 warns of its own _mm512_undefined_ps (GCC bug 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

#include <array>
#include <utility>

namespace luthier::kernels {

#if defined(__x86_64__) && defined(__GNUC__)

namespace {

#define LUTHIER_AVX512 __attribute__((target("avx512f")))

/// The register tile: 14 x 2 sums leave registers for two vectors of b and one of a.
constexpr int kTileRows = 14, kLanes = 16, kTileColumns = 2 * kLanes;
/// Terms of a sum at a time: a panel of a (14 x 384 floats) stays in the first-level cache.
constexpr int64_t kDepth = 384;
/// Columns at a time: their panels of b (384 x 384 floats) stay in the second-level cache.
constexpr int64_t kWidth = 384;

/// Where a tile's sums begin and where they go.
struct Target
{
    float *c;
    int64_t stride;
    const float *bias;   ///< null: zero
    bool adds;           ///< to what is in c, from an earlier part of the depth
    __mmask16 low, high; ///< columns that exist
};

template <int Rows>
LUTHIER_AVX512 void tile(int64_t depth, const float *a, const float *b, const Target &target)
{
    __m512 sums[Rows][2];
    const __m512 bias[2] = {target.bias ? _mm512_maskz_loadu_ps(target.low, target.bias)
                                        : _mm512_setzero_ps(),
                            target.bias ? _mm512_maskz_loadu_ps(target.high, target.bias + kLanes)
                                        : _mm512_setzero_ps()};
#pragma GCC unroll 14
    for (int i = 0; i < Rows; ++i) {
        const float *row = target.c + i * target.stride;
        sums[i][0] = target.adds ? _mm512_maskz_loadu_ps(target.low, row) : bias[0];
        sums[i][1] = target.adds ? _mm512_maskz_loadu_ps(target.high, row + kLanes) : bias[1];
    }
    for (int64_t k = 0; k < depth; ++k, a += kLanes, b += kTileColumns) {
        const __m512 low = _mm512_load_ps(b), high = _mm512_load_ps(b + kLanes);
#pragma GCC unroll 14
        for (int i = 0; i < Rows; ++i) {
            const __m512 factor = _mm512_set1_ps(a[i]);
            sums[i][0] = _mm512_fmadd_ps(factor, low, sums[i][0]);
            sums[i][1] = _mm512_fmadd_ps(factor, high, sums[i][1]);
        }
    }
#pragma GCC unroll 14
    for (int i = 0; i < Rows; ++i) {
        float *row = target.c + i * target.stride;
        _mm512_mask_storeu_ps(row, target.low, sums[i][0]);
        _mm512_mask_storeu_ps(row + kLanes, target.high, sums[i][1]);
    }
}

using Tile = void (*)(int64_t, const float *, const float *, const Target &);

template <int... Less>
constexpr std::array<Tile, sizeof...(Less)> tilesOf(std::integer_sequence<int, Less...>)
{
    return {&tile<Less + 1>...};
}

/// By number of rows less one.
constexpr auto kTiles = tilesOf(std::make_integer_sequence<int, kTileRows>());

/// 16 rows of 16 floats become 16 columns.
LUTHIER_AVX512 void transpose(__m512 (&r)[kLanes])
{
    __m512 t[kLanes];
#pragma GCC unroll 8
    for (int i = 0; i < kLanes; i += 2) {
        t[i] = _mm512_unpacklo_ps(r[i], r[i + 1]);
        t[i + 1] = _mm512_unpackhi_ps(r[i], r[i + 1]);
    }
    const auto pairs = [](__m512 a, __m512 b, bool high) LUTHIER_AVX512 {
        const __m512d x = _mm512_castps_pd(a), y = _mm512_castps_pd(b);
        return _mm512_castpd_ps(high ? _mm512_unpackhi_pd(x, y) : _mm512_unpacklo_pd(x, y));
    };
#pragma GCC unroll 4
    for (int i = 0; i < kLanes; i += 4) {
        r[i] = pairs(t[i], t[i + 2], false);
        r[i + 1] = pairs(t[i], t[i + 2], true);
        r[i + 2] = pairs(t[i + 1], t[i + 3], false);
        r[i + 3] = pairs(t[i + 1], t[i + 3], true);
    }
#pragma GCC unroll 4
    for (int i = 0; i < 4; ++i) {
        t[i] = _mm512_shuffle_f32x4(r[i], r[i + 4], 0x88);
        t[i + 4] = _mm512_shuffle_f32x4(r[i], r[i + 4], 0xdd);
        t[i + 8] = _mm512_shuffle_f32x4(r[i + 8], r[i + 12], 0x88);
        t[i + 12] = _mm512_shuffle_f32x4(r[i + 8], r[i + 12], 0xdd);
    }
#pragma GCC unroll 8
    for (int i = 0; i < 8; ++i) {
        r[i] = _mm512_shuffle_f32x4(t[i], t[i + 8], 0x88);
        r[i + 8] = _mm512_shuffle_f32x4(t[i], t[i + 8], 0xdd);
    }
}

__mmask16 firstLanes(int64_t count)
{
    return __mmask16((1u << std::clamp<int64_t>(count, 0, kLanes)) - 1);
}

/// 16 lines of a matrix, `count` of which exist, one term after the other: out[k * width + line].
/// `across`: how far apart two lines are; `along`: two terms of a line. One of them is 1.
LUTHIER_AVX512 void packLines(const float *from, int64_t across, int64_t along, int64_t count,
                              int64_t depth, int64_t width, float *out)
{
    if (across == 1) {
        const __mmask16 lines = firstLanes(count);
        for (int64_t k = 0; k < depth; ++k)
            _mm512_store_ps(out + k * width, _mm512_maskz_loadu_ps(lines, from + k * along));
        return;
    }
    for (int64_t k = 0; k < depth; k += kLanes) {
        const __mmask16 terms = firstLanes(depth - k);
        __m512 block[kLanes];
#pragma GCC unroll 16
        for (int i = 0; i < kLanes; ++i)
            block[i] = i < count ? _mm512_maskz_loadu_ps(terms, from + i * across + k)
                                 : _mm512_setzero_ps();
        transpose(block);
        const int64_t left = std::min<int64_t>(kLanes, depth - k);
        for (int64_t i = 0; i < left; ++i)
            _mm512_store_ps(out + (k + i) * width, block[i]);
    }
}

/// A thread's own packed panels; they stay between calls.
struct Space
{
    at::Tensor storage;

    float *floats(int64_t count)
    {
        if (!storage.defined() || storage.numel() < count)
            storage = at::empty({count});
        return storage.mutable_data_ptr<float>();
    }
};

/// A part of the result, and what it is made from.
struct Part
{
    const MatrixView &a, &b;
    const float *bias;
    float *c;
    int64_t stride, firstRow, rows, firstColumn, columns;
    bool adds = false;

    int64_t rowPanels() const { return (rows + kTileRows - 1) / kTileRows; }
    /// Rows are shared out evenly, so that no tile is nearly empty.
    int64_t panelRow(int64_t panel) const { return panel * rows / rowPanels(); }
};

/// Columns `column` to `column + count` of the part of b, in panels one after the other.
void packColumns(const Part &part, int64_t first, int64_t depth, int64_t column, int64_t count,
                 float *out)
{
    for (int64_t done = 0; done < count; done += kLanes)
        packLines(part.b.data + (part.firstColumn + column + done) * part.b.columnStride +
                      first * part.b.rowStride,
                  part.b.columnStride, part.b.rowStride, count - done, depth, kTileColumns,
                  out + done / kTileColumns * kTileColumns * depth + done % kTileColumns);
}

/// One panel of rows with the packed columns from `column` on.
void multiplyPanel(const Part &part, int64_t first, int64_t depth, int64_t panel, int64_t column,
                   int64_t count, const float *packedA, const float *packedB)
{
    const int64_t rows = part.panelRow(panel + 1) - part.panelRow(panel);
    float *c = part.c + (part.firstRow + part.panelRow(panel)) * part.stride + part.firstColumn;
    for (int64_t done = 0; done < count; done += kTileColumns) {
        const int64_t at = column + done, left = count - done;
        kTiles[size_t(rows - 1)](
            depth, packedA, packedB + done * depth,
            {c + at, part.stride, part.bias ? part.bias + part.firstColumn + at : nullptr,
             part.adds || first > 0, firstLanes(left), firstLanes(left - kLanes)});
    }
}

void multiplyPart(const Part &part)
{
    thread_local Space space;
    const int64_t most = std::min(kDepth, part.a.columns);
    float *packedB = space.floats((kWidth + part.rowPanels() * kLanes) * most);
    float *packedA = packedB + kWidth * most;
    for (int64_t first = 0; first < part.a.columns; first += kDepth) {
        const int64_t depth = std::min(kDepth, part.a.columns - first);
        for (int64_t column = 0; column < part.columns; column += kWidth) {
            const int64_t count = std::min(kWidth, part.columns - column);
            packColumns(part, first, depth, column, count, packedB);
            for (int64_t panel = 0; panel < part.rowPanels(); ++panel) {
                const int64_t row = part.panelRow(panel), rows = part.panelRow(panel + 1) - row;
                float *panelA = packedA + panel * kLanes * depth;
                if (column == 0)
                    packLines(part.a.data + (part.firstRow + row) * part.a.rowStride +
                                  first * part.a.columnStride,
                              part.a.rowStride, part.a.columnStride, rows, depth, kLanes, panelA);
                multiplyPanel(part, first, depth, panel, column, count, panelA, packedB);
            }
        }
    }
}

/// Threads along the rows, such that each thread packs as little as possible.
int64_t threadsAlongRows(int64_t rows, int64_t columns, int64_t threads)
{
    int64_t best = 1;
    const auto packed = [&](int64_t n) { return rows / n + columns / (threads / n); };
    for (int64_t n = 2; n <= threads; ++n)
        if (threads % n == 0 && packed(n) < packed(best))
            best = n;
    return best;
}

} // namespace

bool gemmPays()
{
    static const bool pays = __builtin_cpu_is("amd") && __builtin_cpu_supports("avx512f");
    return pays;
}

void gemm(const MatrixView &a, const MatrixView &b, const float *bias, float *c)
{
    const int64_t threads = at::get_num_threads();
    const int64_t down = threadsAlongRows(a.rows, b.columns, threads), across = threads / down;
    const auto rowAt = [&](int64_t i) { return i * a.rows / down; };
    const auto columnAt = [&](int64_t i) {
        const int64_t panels = (b.columns + kTileColumns - 1) / kTileColumns;
        return std::min(b.columns, i * panels / across * kTileColumns);
    };
    at::parallel_for(0, threads, 1, [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) {
            const int64_t row = rowAt(i / across), column = columnAt(i % across);
            multiplyPart({a, b, bias, c, b.columns, row, rowAt(i / across + 1) - row, column,
                          columnAt(i % across + 1) - column});
        }
    });
}

void gemmSerial(const MatrixView &a, const MatrixView &b, bool adds, float *c, int64_t stride)
{
    multiplyPart({a, b, nullptr, c, stride, 0, a.rows, 0, b.columns, adds});
}

#else

bool gemmPays()
{
    return false;
}

void gemm(const MatrixView &, const MatrixView &, const float *, float *) {}
void gemmSerial(const MatrixView &, const MatrixView &, bool, float *, int64_t) {}

#endif

} // namespace luthier::kernels
