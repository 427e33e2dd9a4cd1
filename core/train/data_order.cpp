// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/data_order.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <numeric>

namespace luthier {

namespace {

/// Batches of alike lengths: rows are shuffled, sorted within windows of 50 batches, and the
/// batches shuffled again (the idea of transformers' LengthGroupedSampler).
std::vector<int64_t> grouped(std::vector<int64_t> order, const DataOrder &data,
                             at::Generator generator)
{
    const int64_t window = 50 * data.batch_size * data.accumulation_steps;
    const auto longer = [&](int64_t a, int64_t b) {
        return data.lengths[size_t(a)] > data.lengths[size_t(b)];
    };
    for (int64_t begin = 0; begin < int64_t(order.size()); begin += window)
        std::stable_sort(order.begin() + begin,
                         order.begin() + std::min(begin + window, int64_t(order.size())), longer);
    const int64_t full = int64_t(order.size()) / data.batch_size;
    const at::Tensor permutation = at::randperm(full, generator, at::TensorOptions(at::kLong));
    std::vector<int64_t> out;
    for (int64_t i = 0; i < full; ++i) {
        const auto begin = order.begin() + permutation[i].item<int64_t>() * data.batch_size;
        out.insert(out.end(), begin, begin + data.batch_size);
    }
    out.insert(out.end(), order.begin() + full * data.batch_size, order.end());
    return out;
}

} // namespace

int64_t DataOrder::totalSteps(double epochs, int64_t max_steps) const
{
    return max_steps > 0 ? max_steps : int64_t(std::ceil(epochs * double(stepsPerEpoch())));
}

std::vector<int64_t> DataOrder::epoch(int64_t epoch) const
{
    std::vector<int64_t> out(static_cast<size_t>(rows));
    std::iota(out.begin(), out.end(), int64_t(0));
    if (!shuffle && !length_grouping)
        return out;
    const at::Generator generator = at::detail::createCPUGenerator(seed + uint64_t(epoch));
    if (shuffle) {
        const at::Tensor permutation = at::randperm(rows, generator, at::TensorOptions(at::kLong));
        std::copy_n(permutation.const_data_ptr<int64_t>(), rows, out.begin());
    }
    return length_grouping ? grouped(std::move(out), *this, generator) : out;
}

std::vector<int64_t> StepRows::rows(int64_t step)
{
    const int64_t epoch = (step - 1) / m_order.stepsPerEpoch();
    if (epoch != m_epoch) {
        m_rows = m_order.epoch(epoch);
        m_epoch = epoch;
    }
    const int64_t size = m_order.batch_size * m_order.accumulation_steps;
    const int64_t begin = (step - 1) % m_order.stepsPerEpoch() * size;
    const int64_t end = std::min(begin + size, m_order.rows);
    return {m_rows.begin() + begin, m_rows.begin() + end};
}

} // namespace luthier
