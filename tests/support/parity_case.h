// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/tensor.h"

#include "core/base/json.h"
#include "core/runs/run_config.h"

namespace luthier {

/// What a training run came to: ours, the reference's, or the reference's with a mistake put in.
struct Outcome
{
    std::optional<at::Tensor> logits, final_logits; ///< [rows, labels]
    std::map<std::string, at::Tensor> gradients;    ///< of the first step, by parameter
    /// Their lengths, of every parameter of a model whose gradients are too large to be stored.
    std::map<std::string, double> gradient_norms;
    std::vector<double> losses, grad_norms, learning_rates;
};

/// Worst error divided by its tolerance, by check; above 1 the check fails.
std::map<std::string, double> excess(const Outcome &reference, const Outcome &other,
                                     const Json &tolerances);

/// One stored case below tests/data/parity.
class ParityCase
{
public:
    explicit ParityCase(const std::string &name);

    std::filesystem::path folder;
    Json reference, mistakes;
    Outcome expected;
    Outcome mistaken(const std::string &id) const;
    RunConfig config() const;
};

/// Every tensor of a safetensors file.
std::map<std::string, at::Tensor> tensorsOf(const std::filesystem::path &file);

} // namespace luthier
