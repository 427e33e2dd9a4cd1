// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/parameter_source.h"

#include "core/base/error.h"
#include "core/kernels/philox.h"
#include "core/models/tensor_list.h"

#include <ATen/CPUGeneratorImpl.h>

#include <set>

namespace luthier {

namespace {

constexpr size_t mostListed = 3;

/// The layers whose rows are the labels.
bool isClassifier(const std::string &module)
{
    return module == "classifier" || module == "classifier.out_proj" || module == "mean_classifier";
}

} // namespace

ParameterSource::ParameterSource(const WeightSet &weights, std::string prefix, uint64_t seed)
    : m_weights(weights), m_prefix(std::move(prefix)), m_seed(seed)
{
}

std::optional<std::string> ParameterSource::stored(const std::string &name) const
{
    if (m_weights.find(name))
        return name;
    if (name.starts_with(m_prefix) && m_weights.find(name.substr(m_prefix.size())))
        return name.substr(m_prefix.size());
    // Weights saved by old TensorFlow converters.
    for (const auto &[modern, old] : {std::pair{"LayerNorm.weight", "LayerNorm.gamma"},
                                      std::pair{"LayerNorm.bias", "LayerNorm.beta"}})
        if (name.ends_with(modern))
            if (const std::string other =
                    name.substr(0, name.size() - std::string(modern).size()) + old;
                m_weights.find(other))
                return other;
    return std::nullopt;
}

bool ParameterSource::isForOtherLabels(const std::string &name,
                                       const std::vector<int64_t> &shape) const
{
    const std::string module = name.substr(0, name.rfind('.'));
    const TensorInfo *weight = m_weights.find(module + ".weight");
    const TensorInfo *bias = m_weights.find(module + ".bias");
    if (!isClassifier(module) || !weight || weight->shape.size() != 2)
        return false;
    const int64_t rows = weight->shape.front();
    // A damaged layer, whose halves differ, is no other model's head.
    if (rows == shape.front() || (bias && bias->shape != std::vector{rows}))
        return false;
    return shape.size() == 1 || shape.back() == weight->shape.back();
}

bool ParameterSource::has(const std::string &name) const
{
    return stored(name).has_value();
}

at::Tensor ParameterSource::make(const std::string &name, const std::vector<int64_t> &shape,
                                 New kind, double deviation)
{
    // There will be no model; nothing is as wide as a config that is known to be wrong says.
    if (!m_mismatches.empty() || !m_missing.empty())
        return at::empty({0});
    m_made.push_back(name);
    if (kind == New::Ones)
        return at::ones(shape);
    if (kind == New::Zeros)
        return at::zeros(shape);
    // Seeded by name, so that one new module does not change the start of another.
    const auto generator = at::detail::createCPUGenerator(m_seed * 0x9E3779B97F4A7C15ull +
                                                          philox::pathHash(name.c_str()));
    return at::empty(shape).normal_(0, deviation, generator);
}

at::Tensor ParameterSource::take(const std::string &name, std::vector<int64_t> shape,
                                 New whenMissing, double deviation)
{
    const auto key = stored(name);
    if (!key && whenMissing != New::Refused)
        return make(name, shape, whenMissing, deviation);
    if (!key) {
        m_missing.push_back(name);
        return at::empty({0});
    }
    m_taken.push_back(*key);
    const TensorInfo &info = *m_weights.find(*key);
    if (whenMissing != New::Refused && isForOtherLabels(name, shape))
        return make(name, shape, whenMissing, deviation);
    if (info.shape != shape) {
        m_mismatches.push_back({name, shapeText(shape), shapeText(info.shape)});
        return at::empty({0});
    }
    at::Tensor out = at::empty(shape);
    m_weights.readAsFloat(info.name, {out.mutable_data_ptr<float>(), size_t(out.numel())});
    return out;
}

std::vector<std::string> ParameterSource::unused() const
{
    const std::set<std::string> taken(m_taken.begin(), m_taken.end());
    std::vector<std::string> out;
    for (const std::string &name : m_weights.names())
        if (!taken.contains(name) && !name.ends_with("position_ids"))
            out.push_back(name);
    return out;
}

void ParameterSource::finish(const std::string &folder) const
{
    if (!m_mismatches.empty()) {
        std::vector<std::string> lines;
        for (const Mismatch &m : m_mismatches)
            lines.push_back(m.name + " " + m.expected + " ≠ " + m.found);
        throw failure("models.shape",
                      LUTHIER_MESSAGE("The weights in {folder} do not fit its config.json; tensors "
                                      "that differ: {count} (expected ≠ found): {tensors}. Use the "
                                      "config.json that belongs to these weights."),
                      {{"folder", folder},
                       {"count", int64_t(lines.size())},
                       {"tensors", firstOf(lines, mostListed)}});
    }
    if (!m_missing.empty())
        throw failure("models.missing_tensor",
                      LUTHIER_MESSAGE("The weights in {folder} lack tensors that the model needs "
                                      "({count}): {tensors}. Get the model's complete files."),
                      {{"folder", folder},
                       {"count", int64_t(m_missing.size())},
                       {"tensors", firstOf(m_missing, mostListed)}});
}

} // namespace luthier
