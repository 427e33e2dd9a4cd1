// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/tensor.h"

#include "core/kernels/attention.h"
#include "core/kernels/gelu.h"
#include "core/kernels/gemm.h"
#include "core/kernels/lora.h"
#include "core/kernels/matmul.h"

#include <ATen/CPUGeneratorImpl.h>
#include <QtTest>

using namespace luthier;

class tst_Kernels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void philoxGivesThePublishedVectors();
    void aGridGivesTheWordsOfItsCounters();
    void attentionEqualsPlainOperations_data();
    void attentionEqualsPlainOperations();
    void dropoutEqualsItsFactors();
    void dropoutKeepsItsShare();
    void masksDependOnTheRowNotOnTheBatch();
    void firstTokensAloneEqualThoseOfAWholePass();
    void loraEqualsPlainOperations();
    void productsEqualPlainOnes_data();
    void productsEqualPlainOnes();
    void productsDoNotDependOnThreadsOrOtherRows();
    void affineHasTheGradientsOfLinear();
    void geluEqualsTheExactOne();
};

namespace {

at::Tensor random(at::IntArrayRef shape, uint64_t seed)
{
    return at::empty(shape).normal_(0, 1, at::detail::createCPUGenerator(seed));
}

at::Tensor leaf(at::IntArrayRef shape, uint64_t seed)
{
    return random(shape, seed).requires_grad_(true);
}

double distance(const at::Tensor &a, const at::Tensor &b)
{
    return (a - b).abs().max().item<double>();
}

TokenBatch ragged(std::vector<int64_t> lengths)
{
    TokenBatch batch;
    for (const int64_t length : lengths) {
        batch.spans.offsets.push_back(batch.spans.offsets.back() + length);
        batch.rows.push_back(batch.spans.count() - 1);
    }
    return batch;
}

} // namespace

void tst_Kernels::philoxGivesThePublishedVectors()
{
    using philox::Counter;
    // Random123, tests/kat_vectors, philox4x32 10.
    QVERIFY((philox::generate({0, 0, 0, 0}, {0, 0}) ==
             Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    const uint32_t ones = 0xffffffff;
    QVERIFY((philox::generate({ones, ones, ones, ones}, {ones, ones}) ==
             Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QVERIFY((philox::generate({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                              {0xa4093822, 0x299f31d0}) ==
             Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

void tst_Kernels::aGridGivesTheWordsOfItsCounters()
{
    const philox::Grid grid{.first = 7, .columns = 5, .firstRow = 3, .rows = 17, .fixed = {11, 13}};
    std::vector<uint32_t> words(size_t(4 * grid.columns * grid.rows));
    philox::generateGrid(grid, {1, 2}, words.data());
    for (uint32_t row = 0; row < 17; ++row) {
        for (uint32_t column = 0; column < 5; ++column) {
            const auto expected = philox::generate({7 + column, 3 + row, 11, 13}, {1, 2});
            QVERIFY(std::equal(expected.begin(), expected.end(),
                               words.begin() + 4 * (row * 5 + column)));
        }
    }
}

void tst_Kernels::attentionEqualsPlainOperations_data()
{
    QTest::addColumn<bool>("causal");
    QTest::addColumn<double>("dropout");
    QTest::newRow("bidirectional") << false << 0.0;
    QTest::newRow("bidirectional, dropout") << false << 0.1;
    QTest::newRow("causal") << true << 0.0;
    QTest::newRow("causal, dropout") << true << 0.3;
}

void tst_Kernels::attentionEqualsPlainOperations()
{
    QFETCH(bool, causal);
    QFETCH(double, dropout);
    // Longer than one block of queries, a single token, odd sizes.
    const TokenBatch batch = ragged({300, 1, 17, 33});
    const AttentionOptions options{3, causal, dropout, {42, 3, 77}};
    const int64_t n = batch.spans.tokens();
    const at::Tensor gradient = random({n, 36}, 9);
    std::vector<at::Tensor> first, second;
    for (uint64_t i = 0; i < 3; ++i) {
        first.push_back(leaf({n, 36}, i));
        second.push_back(leaf({n, 36}, i));
    }
    const at::Tensor a =
        attend(first[0], first[1], first[2], batch.spans, batch.spans, batch.rows, options);
    const at::Tensor b =
        attendPlain(second[0], second[1], second[2], batch.spans, batch.spans, batch.rows, options);
    a.backward(gradient);
    b.backward(gradient);
    QVERIFY(distance(a, b) < 5e-6);
    for (size_t i = 0; i < 3; ++i)
        QVERIFY2(distance(first[i].grad(), second[i].grad()) < 2e-5,
                 qPrintable(QString::number(i)));
}

void tst_Kernels::dropoutEqualsItsFactors()
{
    const TokenBatch batch = ragged({4, 9, 1});
    const DropoutKey key{42, 5, 99};
    const at::Tensor x = leaf({14, 30}, 1), residual = leaf({14, 30}, 2),
                     gradient = random({14, 30}, 3);
    const at::Tensor factors = dropoutFactors(30, 0.25, key, batch);
    const at::Tensor out = dropoutAdd(x, residual, 0.25, key, batch);
    out.backward(gradient);
    QVERIFY(distance(out, x * factors + residual) < 1e-6);
    QVERIFY(distance(x.grad(), gradient * factors) < 1e-6);
    QVERIFY(distance(residual.grad(), gradient) == 0);
}

void tst_Kernels::dropoutKeepsItsShare()
{
    const TokenBatch batch = ragged({200, 200});
    const at::Tensor kept = dropoutFactors(500, 0.1, {1, 1, 1}, batch) > 0;
    // 200,000 draws: the share's standard error is 0.0007.
    QVERIFY(std::abs(kept.to(at::kDouble).mean().item<double>() - 0.9) < 0.004);
    const at::Tensor other = dropoutFactors(500, 0.1, {1, 2, 1}, batch) > 0;
    QVERIFY(!at::equal(kept, other));
}

void tst_Kernels::masksDependOnTheRowNotOnTheBatch()
{
    TokenBatch whole = ragged({4, 6, 5}), part = ragged({6, 5});
    part.rows = {1, 2};
    const DropoutKey key{42, 5, 99};
    QVERIFY(at::equal(dropoutFactors(30, 0.5, key, whole).narrow(0, 4, 11),
                      dropoutFactors(30, 0.5, key, part)));
}

void tst_Kernels::firstTokensAloneEqualThoseOfAWholePass()
{
    const TokenBatch batch = ragged({5, 1, 40}), single = ragged({1, 1, 1});
    const AttentionOptions options{3, false, 0.3, {42, 3, 77}};
    const at::Tensor k = random({46, 36}, 1), v = random({46, 36}, 2), q = random({46, 36}, 3);
    const at::Tensor first = at::tensor({0, 5, 6}, at::kLong);
    const at::Tensor whole = attend(q, k, v, batch.spans, batch.spans, batch.rows, options);
    const at::Tensor some =
        attend(q.index_select(0, first), k, v, single.spans, batch.spans, batch.rows, options);
    QVERIFY(distance(whole.index_select(0, first), some) < 2e-6);
    const DropoutKey key{42, 5, 99};
    QVERIFY(
        at::equal(dropoutAdd(q, k, 0.4, key, batch).index_select(0, first),
                  dropoutAdd(q.index_select(0, first), k.index_select(0, first), 0.4, key, batch)));
}

void tst_Kernels::loraEqualsPlainOperations()
{
    const at::Tensor weight = random({20, 12}, 1), bias = random({20}, 2),
                     gradient = random({7, 20}, 3);
    const at::Tensor x1 = leaf({7, 12}, 4), a1 = leaf({3, 12}, 5), b1 = leaf({20, 3}, 6);
    const at::Tensor x2 = leaf({7, 12}, 4), a2 = leaf({3, 12}, 5), b2 = leaf({20, 3}, 6);
    const at::Tensor fused = loraLinear(x1, weight, bias, a1, b1, 1.5);
    const at::Tensor plain =
        at::linear(x2, weight, bias) + at::linear(at::linear(x2, a2), b2) * 1.5;
    fused.backward(gradient);
    plain.backward(gradient);
    QVERIFY(distance(fused, plain) < 1e-5);
    QVERIFY(distance(x1.grad(), x2.grad()) < 2e-5);
    QVERIFY(distance(a1.grad(), a2.grad()) < 5e-5);
    QVERIFY(distance(b1.grad(), b2.grad()) < 2e-5);
}

void tst_Kernels::productsEqualPlainOnes_data()
{
    QTest::addColumn<int>("m");
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("n");
    QTest::newRow("whole tiles") << 56 << 384 << 384;
    QTest::newRow("odd everywhere") << 577 << 391 << 101;
    QTest::newRow("longer and wider than a block") << 97 << 1000 << 777;
    QTest::newRow("a single row") << 1 << 1031 << 1100;
    QTest::newRow("too small for packing") << 5 << 7 << 9;
}

void tst_Kernels::productsEqualPlainOnes()
{
    QFETCH(int, m);
    QFETCH(int, k);
    QFETCH(int, n);
    const at::Tensor bias = random({n}, 3);
    for (const bool turnedA : {false, true}) {
        for (const bool turnedB : {false, true}) {
            const at::Tensor a = turnedA ? random({k, m}, 1).t() : random({m, k}, 1);
            const at::Tensor b = turnedB ? random({n, k}, 2).t() : random({k, n}, 2);
            const at::Tensor exact = at::mm(a.to(at::kDouble), b.to(at::kDouble));
            QVERIFY(distance(product(a, b), exact) < 2e-6 * k);
            QVERIFY(distance(product(a, b, bias), exact + bias) < 2e-6 * k);
        }
    }
}

void tst_Kernels::productsDoNotDependOnThreadsOrOtherRows()
{
    if (!kernels::gemmPays())
        QSKIP("this processor uses MKL's kernels");
    const int threads = at::get_num_threads();
    const at::Tensor a = random({211, 500}, 1), b = random({300, 500}, 2).t();
    at::set_num_threads(1);
    const at::Tensor one = product(a, b), part = product(a.narrow(0, 50, 90), b);
    at::set_num_threads(4);
    const at::Tensor four = product(a, b);
    at::set_num_threads(threads);
    QVERIFY(at::equal(one, four));
    QVERIFY(at::equal(one.narrow(0, 50, 90), part));
}

void tst_Kernels::affineHasTheGradientsOfLinear()
{
    const at::Tensor gradient = random({70, 128}, 9);
    std::vector<at::Tensor> first, second;
    for (auto *leaves : {&first, &second})
        *leaves = {leaf({70, 200}, 1), leaf({128, 200}, 2), leaf({128}, 3)};
    const at::Tensor a = affine(first[0], first[1], first[2]);
    const at::Tensor b = at::linear(second[0], second[1], second[2]);
    a.backward(gradient);
    b.backward(gradient);
    QVERIFY(distance(a, b) < 2e-4);
    for (size_t i = 0; i < 3; ++i)
        QVERIFY2(distance(first[i].grad(), second[i].grad()) < 2e-4,
                 qPrintable(QString::number(i)));
    const at::Tensor frozen = random({128, 200}, 2), x = leaf({70, 200}, 1);
    affine(x, frozen, {}).backward(gradient);
    QVERIFY(distance(x.grad(), second[0].grad()) < 2e-4);
}

void tst_Kernels::geluEqualsTheExactOne()
{
    // Every size of argument: the middle, the edge of the approximation, far beyond it.
    const at::Tensor values = at::linspace(-12, 12, 100003);
    const at::Tensor x = values.clone().requires_grad_(true);
    const at::Tensor exact = values.to(at::kDouble).requires_grad_(true);
    const at::Tensor a = exactGelu(x), b = at::gelu(exact);
    a.sum().backward();
    b.sum().backward();
    QVERIFY(distance(a / (values.abs() + 1), b / (values.abs() + 1)) < 4e-7);
    QVERIFY(distance(x.grad(), exact.grad()) < 1e-6);
}

QTEST_APPLESS_MAIN(tst_Kernels)
#include "tst_kernels.moc"
