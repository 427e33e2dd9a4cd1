// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/adamw_rows.h"
#include "core/nn/parameters.h"

namespace luthier {

struct AdamWSettings
{
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weight_decay = 0;
    double max_grad_norm = 1.0; ///< 0: no clipping
};

/// AdamW (Loshchilov, Hutter 2019) with LibTorch's fused kernel; tables with gradients of few rows
/// (sparse ones) by AdamWRows. Biases and norms do not decay, by the rule of transformers
/// (trainer.py, get_decay_parameter_names).
class AdamW
{
public:
    /// `rate_ratios`: by parameter, what its learning rate is multiplied by; empty: 1 for all.
    AdamW(std::vector<NamedTensor> parameters, const AdamWSettings &settings,
          std::vector<double> rate_ratios = {});

    /// Length of the whole gradient before clipping.
    double gradientNorm() const;
    /// One update; clips by max_norm / (norm + 1e-6) without a pass of its own.
    void step(double learning_rate, double norm);
    void zeroGradients();

    const std::vector<NamedTensor> &parameters() const { return m_parameters; }
    /// First and second moments, "exp_avg.<name>" and "exp_avg_sq.<name>": what a checkpoint keeps.
    std::vector<NamedTensor> state() const;
    int64_t steps() const { return m_steps; }
    void setSteps(int64_t steps);

private:
    /// What the fused kernel takes at once.
    struct Lists
    {
        std::vector<at::Tensor> values, gradients, averages, squares, steps;
    };

    /// Parameters that share their decay and their rate: one call of the fused kernel.
    struct Group
    {
        bool decays;
        double rate_ratio;
        bool operator==(const Group &) const = default;
    };

    void add(size_t parameter, Lists &lists);
    void stepGroup(const Group &group, AdamWFactors factors,
                   const std::optional<at::Tensor> &scale);

    std::vector<NamedTensor> m_parameters, m_averages, m_squares;
    std::vector<Group> m_groups;   ///< by parameter
    std::vector<AdamWRows> m_rows; ///< by parameter
    AdamWSettings m_settings;
    at::Tensor m_stepTensor; ///< `m_steps`, as the fused kernel takes it
    int64_t m_steps = 0;
};

/// False for biases and for names that hold layernorm, rmsnorm or norm.
bool decays(const std::string &name);

} // namespace luthier
