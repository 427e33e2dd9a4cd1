// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

namespace luthier {

/// Which rows a step takes: the same rows in the same number of steps as transformers 5.23
/// (trainer.py, set_initial_training_values; accelerate, data_loader.py, SeedableRandomSampler).
struct DataOrder
{
    int64_t rows = 0;
    int64_t batch_size = 1;
    int64_t accumulation_steps = 1;
    uint64_t seed = 42;
    bool shuffle = true;
    bool length_grouping = false;
    std::vector<int64_t> lengths{}; ///< by row; for length grouping

    int64_t batchesPerEpoch() const { return (rows + batch_size - 1) / batch_size; }
    /// A last partial accumulation still makes a step.
    int64_t stepsPerEpoch() const
    {
        return (batchesPerEpoch() + accumulation_steps - 1) / accumulation_steps;
    }
    /// Steps of a whole run: `max_steps` when above 0, else ceil(epochs * steps per epoch).
    int64_t totalSteps(double epochs, int64_t max_steps) const;

    /// Row order of an epoch: torch.randperm of a CPU generator seeded with seed + epoch.
    std::vector<int64_t> epoch(int64_t epoch) const;
};

/// Gives the rows of step after step, keeping the current epoch's order.
class StepRows
{
public:
    explicit StepRows(DataOrder order) : m_order(std::move(order)) {}

    /// Rows of optimiser step `step` (from 1), in order; batches of batch_size follow one another.
    std::vector<int64_t> rows(int64_t step);
    const DataOrder &order() const { return m_order; }

private:
    DataOrder m_order;
    int64_t m_epoch = -1;
    std::vector<int64_t> m_rows;
};

} // namespace luthier
