// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/kernels/tensor.h"
#include "core/weights/weight_set.h"

namespace luthier {

/// Hands a model its tensors: from the files where they hold them, else made new from a seed.
/// Collects every mismatch first, so that one sentence can list them all.
class ParameterSource
{
public:
    /// `prefix` ("bert.") is tried with and without, as base models are saved without it.
    ParameterSource(const WeightSet &weights, std::string prefix, uint64_t seed);

    enum class New { Refused, Normal, Zeros, Ones };

    /// The tensor `name` as float32 in the given shape. `whenMissing` says what a file without it
    /// means; Normal has mean 0 and the given standard deviation. Nothing new is made, and an empty
    /// tensor given, once another one is missing or of another shape. A classifier for another
    /// number of labels is made anew.
    at::Tensor take(const std::string &name, std::vector<int64_t> shape,
                    New whenMissing = New::Refused, double deviation = 0.02);
    bool has(const std::string &name) const;

    /// Names that were made new, and names in the files that nothing asked for.
    const std::vector<std::string> &made() const { return m_made; }
    std::vector<std::string> unused() const;
    /// Throws with everything that is missing or of another shape than the config says.
    void finish(const std::string &folder) const;

private:
    std::optional<std::string> stored(const std::string &name) const;
    /// The layer that gives the scores, whole, but for another number of labels.
    bool isForOtherLabels(const std::string &name, const std::vector<int64_t> &shape) const;
    at::Tensor make(const std::string &name, const std::vector<int64_t> &shape, New kind,
                    double deviation);

    const WeightSet &m_weights;
    std::string m_prefix;
    uint64_t m_seed;
    std::vector<std::string> m_made, m_missing, m_taken;
    struct Mismatch
    {
        std::string name, expected, found;
    };
    std::vector<Mismatch> m_mismatches;
};

} // namespace luthier
