// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/attention.h"

#include "core/kernels/gemm.h"
#include "core/kernels/softmax.h"

#include <torch/custom_class.h>

#include <cmath>

extern "C" void sgemm_(const char *transA, const char *transB, const int *m, const int *n,
                       const int *k, const float *alpha, const float *a, const int *lda,
                       const float *b, const int *ldb, const float *beta, float *c, const int *ldc);

namespace luthier {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Rows of the score matrix in work at a time: bounds the scratch memory at long lengths.
constexpr int64_t kQueryBlock = 128;

kernels::MatrixView view(bool transposed, int64_t rows, int64_t columns, const float *data,
                         int64_t stride)
{
    return {data, rows, columns, transposed ? 1 : stride, transposed ? stride : 1};
}

/// Row-major c [m, n] = op(a) op(b) + beta c, beta 0 or 1; by our own kernel, or by the
/// column-major routine with the operands swapped.
void multiply(bool transA, bool transB, int64_t m, int64_t n, int64_t k, const float *a,
              int64_t lda, const float *b, int64_t ldb, float beta, float *c, int64_t ldc)
{
    if (kernels::gemmPays()) {
        kernels::gemmSerial(view(transA, m, k, a, lda), view(transB, k, n, b, ldb), beta != 0, c,
                            ldc);
        return;
    }
    const int mm = int(m), nn = int(n), kk = int(k), la = int(lda), lb = int(ldb), lc = int(ldc);
    const float one = 1;
    sgemm_(transB ? "T" : "N", transA ? "T" : "N", &nn, &mm, &kk, &one, b, &lb, a, &la, &beta, c,
           &lc);
}

struct Plan : torch::CustomClassHolder
{
    Spans queries, keys;
    std::vector<int64_t> rows;
    AttentionOptions options;
};

/// One head of one sequence.
struct Head
{
    const Plan &plan;
    int64_t sequence, head, hidden, size;

    int64_t queryCount() const { return plan.queries.length(sequence); }
    int64_t keyCount() const { return plan.keys.length(sequence); }
    int64_t queryAt(int64_t i) const
    {
        return (plan.queries.offsets[size_t(sequence)] + i) * hidden + head * size;
    }
    int64_t keyAt() const { return plan.keys.offsets[size_t(sequence)] * hidden + head * size; }
    int64_t sumAt(int64_t i) const
    {
        return (plan.queries.offsets[size_t(sequence)] + i) * plan.options.heads + head;
    }
    float scale() const { return float(1.0 / std::sqrt(double(size))); }
    int64_t visible(int64_t i) const
    {
        return plan.options.causal ? std::max<int64_t>(0, keyCount() - queryCount() + i + 1)
                                   : keyCount();
    }

    int64_t wordsPerQuery() const { return 4 * ((keyCount() + 3) / 4); }

    /// Dropout words of `count` queries from `first` on, [count, wordsPerQuery].
    void draw(int64_t first, int64_t count, std::vector<uint32_t> &words) const
    {
        words.resize(size_t(count * wordsPerQuery()));
        const DropoutKey &key = plan.options.key;
        const philox::Grid grid{uint32_t(head) << 20,
                                wordsPerQuery() / 4,
                                uint32_t(first),
                                count,
                                {uint32_t(plan.rows[size_t(sequence)]), uint32_t(key.step)}};
        philox::generateGrid(grid, key.key(), words.data());
    }

    /// One query's words as factors of its probabilities.
    void factors(const uint32_t *words, float *out) const
    {
        const double p = plan.options.dropout;
        kernels::factorsRow(words, dropThreshold(p), float(1.0 / (1.0 - p)), keyCount(), out);
    }
};

/// Calls `work(head, scratch)` for every head of every sequence. Heads are the outer loop, so that
/// an even share of them gives each thread an even share of ragged sequences.
template <typename Work>
void forEachHead(const Plan &plan, int64_t hidden, Work work)
{
    const int64_t sequences = plan.queries.count();
    const int64_t items = sequences * plan.options.heads;
    at::parallel_for(0, items, 1, [&](int64_t begin, int64_t end) {
        for (int64_t item = begin; item < end; ++item)
            work(Head{plan, item % sequences, item / sequences, hidden,
                      hidden / plan.options.heads});
    });
}

void forwardHead(const Head &at, const float *q, const float *k, const float *v, float *out,
                 float *sums)
{
    const int64_t width = at.keyCount(), rows = std::min(kQueryBlock, at.queryCount());
    std::vector<float> scores(size_t(rows * width)), factors(static_cast<size_t>(width));
    std::vector<uint32_t> words;
    const bool drops = at.plan.options.dropout > 0;
    for (int64_t first = 0; first < at.queryCount(); first += kQueryBlock) {
        const int64_t block = std::min(kQueryBlock, at.queryCount() - first);
        multiply(false, true, block, width, at.size, q + at.queryAt(first), at.hidden,
                 k + at.keyAt(), at.hidden, 0, scores.data(), width);
        if (drops)
            at.draw(first, block, words);
        for (int64_t i = 0; i < block; ++i) {
            float *row = scores.data() + i * width;
            sums[at.sumAt(first + i)] =
                kernels::softmaxRow(row, at.visible(first + i), width, at.scale());
            if (drops) {
                at.factors(words.data() + i * at.wordsPerQuery(), factors.data());
                kernels::multiplyRow(row, factors.data(), width);
            }
        }
        multiply(false, false, block, at.size, width, scores.data(), width, v + at.keyAt(),
                 at.hidden, 0, out + at.queryAt(first), at.hidden);
    }
}

struct Buffers
{
    const float *q, *k, *v, *out, *sums, *gradient;
    float *dq, *dk, *dv;
};

void backwardHead(const Head &at, const Buffers &b)
{
    const int64_t width = at.keyCount(), rows = std::min(kQueryBlock, at.queryCount());
    std::vector<float> p(size_t(rows * width)), g(size_t(rows * width)),
        factors(static_cast<size_t>(width));
    std::vector<uint32_t> words;
    const bool drops = at.plan.options.dropout > 0;
    for (int64_t first = 0; first < at.queryCount(); first += kQueryBlock) {
        const int64_t block = std::min(kQueryBlock, at.queryCount() - first);
        const int64_t query = at.queryAt(first);
        const float beta = first == 0 ? 0.0f : 1.0f;
        multiply(false, true, block, width, at.size, b.q + query, at.hidden, b.k + at.keyAt(),
                 at.hidden, 0, p.data(), width);
        multiply(false, true, block, width, at.size, b.gradient + query, at.hidden,
                 b.v + at.keyAt(), at.hidden, 0, g.data(), width);
        if (drops)
            at.draw(first, block, words);
        for (int64_t i = 0; i < block; ++i) {
            float *row = p.data() + i * width;
            kernels::probabilitiesRow(row, at.visible(first + i), width, at.scale(),
                                      b.sums[at.sumAt(first + i)]);
            if (drops)
                at.factors(words.data() + i * at.wordsPerQuery(), factors.data());
            const float dot = kernels::dotRow(b.gradient + at.queryAt(first + i),
                                              b.out + at.queryAt(first + i), at.size);
            kernels::scoreGradientRow(g.data() + i * width, row, drops ? factors.data() : nullptr,
                                      width, at.scale(), dot);
        }
        multiply(true, false, width, at.size, block, p.data(), width, b.gradient + query, at.hidden,
                 beta, b.dv + at.keyAt(), at.hidden);
        multiply(false, false, block, at.size, width, g.data(), width, b.k + at.keyAt(), at.hidden,
                 0, b.dq + query, at.hidden);
        multiply(true, false, width, at.size, block, g.data(), width, b.q + query, at.hidden, beta,
                 b.dk + at.keyAt(), at.hidden);
    }
}

struct AttentionNode : torch::autograd::Function<AttentionNode>
{
    static at::Tensor forward(AutogradContext *context, const at::Tensor &q, const at::Tensor &k,
                              const at::Tensor &v, const c10::intrusive_ptr<Plan> &plan)
    {
        const at::Tensor qc = q.contiguous(), kc = k.contiguous(), vc = v.contiguous();
        at::Tensor out = at::empty_like(qc);
        at::Tensor sums = at::empty({qc.size(0), plan->options.heads}, qc.options());
        const float *qp = qc.const_data_ptr<float>(), *kp = kc.const_data_ptr<float>(),
                    *vp = vc.const_data_ptr<float>();
        float *op = out.mutable_data_ptr<float>(), *sp = sums.mutable_data_ptr<float>();
        forEachHead(*plan, qc.size(1),
                    [=](const Head &head) { forwardHead(head, qp, kp, vp, op, sp); });
        context->save_for_backward({qc, kc, vc, out, sums});
        context->saved_data["plan"] = at::IValue::make_capsule(plan);
        return out;
    }

    static variable_list backward(AutogradContext *context, const variable_list &gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto capsule = context->saved_data["plan"].toCapsule();
        const at::Tensor gradient = gradients[0].contiguous();
        at::Tensor dq = at::empty_like(saved[0]), dk = at::empty_like(saved[1]),
                   dv = at::empty_like(saved[2]);
        const Buffers buffers{saved[0].const_data_ptr<float>(), saved[1].const_data_ptr<float>(),
                              saved[2].const_data_ptr<float>(), saved[3].const_data_ptr<float>(),
                              saved[4].const_data_ptr<float>(), gradient.const_data_ptr<float>(),
                              dq.mutable_data_ptr<float>(),     dk.mutable_data_ptr<float>(),
                              dv.mutable_data_ptr<float>()};
        forEachHead(static_cast<const Plan &>(*capsule), gradient.size(1),
                    [&](const Head &head) { backwardHead(head, buffers); });
        return {dq, dk, dv, {}};
    }
};

} // namespace

at::Tensor attend(const at::Tensor &q, const at::Tensor &k, const at::Tensor &v,
                  const Spans &queries, const Spans &keys, const std::vector<int64_t> &rows,
                  const AttentionOptions &options)
{
    if (!q.is_cpu() || q.scalar_type() != at::kFloat)
        return attendPlain(q, k, v, queries, keys, rows, options);
    auto plan = c10::make_intrusive<Plan>();
    plan->queries = queries;
    plan->keys = keys;
    plan->rows = rows;
    plan->options = options;
    return AttentionNode::apply(q, k, v, plan);
}

} // namespace luthier
