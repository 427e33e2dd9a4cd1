// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/parity_case.h"

#include "core/methods/catalog.h"
#include "core/tasks/catalog.h"
#include "core/weights/safetensors.h"

#include <cmath>

namespace luthier {

namespace {

double largest(const at::Tensor &tensor)
{
    return tensor.abs().max().item<double>();
}

double lossError(const std::vector<double> &a, const std::vector<double> &b, size_t steps)
{
    double worst = a.size() == b.size() ? 0 : INFINITY;
    for (size_t i = 0; i < std::min({steps, a.size(), b.size()}); ++i)
        worst = std::max(worst, std::abs(a[i] - b[i]) / std::max(a[i], 0.1));
    return worst;
}

double gradientError(const std::map<std::string, at::Tensor> &reference,
                     const std::map<std::string, at::Tensor> &other)
{
    double square = 0;
    for (const auto &[name, value] : reference)
        square += value.pow(2).sum().item<double>();
    double worst = 0;
    for (const auto &[name, value] : reference) {
        const auto found = other.find(name);
        if (found == other.end())
            return INFINITY;
        worst =
            std::max(worst, (found->second - value).norm().item<double>() /
                                std::max(value.norm().item<double>(), 1e-3 * std::sqrt(square)));
    }
    return worst;
}

double gradientNormError(const std::map<std::string, double> &reference,
                         const std::map<std::string, double> &other)
{
    double square = 0;
    for (const auto &[name, norm] : reference)
        square += norm * norm;
    double worst = 0;
    for (const auto &[name, norm] : reference) {
        const auto found = other.find(name);
        worst =
            std::max(worst, found == other.end() ? INFINITY
                                                 : std::abs(found->second - norm) /
                                                       std::max(norm, 1e-3 * std::sqrt(square)));
    }
    return worst;
}

void compareLogits(const char *name, const std::optional<at::Tensor> &a,
                   const std::optional<at::Tensor> &b, const Json &tolerances,
                   std::map<std::string, double> &out)
{
    if (a && b)
        out[name] =
            largest(*a - *b) / (tolerances[name]["relative_to_max"].get<double>() * largest(*a) +
                                tolerances[name]["absolute"].get<double>());
}

} // namespace

std::map<std::string, double> excess(const Outcome &reference, const Outcome &other,
                                     const Json &tolerances)
{
    std::map<std::string, double> out;
    compareLogits("logits", reference.logits, other.logits, tolerances, out);
    compareLogits("final_logits", reference.final_logits, other.final_logits, tolerances, out);
    if (!reference.gradients.empty() && !other.gradients.empty())
        out["first_gradients"] = gradientError(reference.gradients, other.gradients) /
                                 tolerances["first_gradients"]["relative"].get<double>();
    if (!reference.gradient_norms.empty())
        out["first_gradients"] =
            std::max(out["first_gradients"],
                     gradientNormError(reference.gradient_norms, other.gradient_norms) /
                         tolerances["first_gradients"]["relative"].get<double>());
    if (reference.losses.empty())
        return out;
    double norm = 0, rate = 0, top = 0;
    for (size_t i = 0; i < reference.grad_norms.size() && i < other.grad_norms.size(); ++i) {
        norm = std::max(norm, std::abs(reference.grad_norms[i] - other.grad_norms[i]) /
                                  reference.grad_norms[i]);
        rate = std::max(rate, std::abs(reference.learning_rates[i] - other.learning_rates[i]));
        top = std::max(top, reference.learning_rates[i]);
    }
    out["grad_norm"] = norm / tolerances["grad_norm"]["relative"].get<double>();
    out["learning_rates"] =
        rate / (tolerances["learning_rates"]["relative_to_max"].get<double>() * top);
    out["losses_8"] = lossError(reference.losses, other.losses, 8) /
                      tolerances["losses_8"]["relative"].get<double>();
    out["losses_50"] = lossError(reference.losses, other.losses, 50) /
                       tolerances["losses_50"]["relative"].get<double>();
    return out;
}

std::map<std::string, at::Tensor> tensorsOf(const std::filesystem::path &file)
{
    const SafetensorsFile stored = SafetensorsFile::open(file);
    std::map<std::string, at::Tensor> out;
    for (const auto &[name, info] : stored.tensors()) {
        at::Tensor tensor = at::empty(info.shape);
        stored.readAsFloat(info, {tensor.mutable_data_ptr<float>(), size_t(tensor.numel())});
        out[name] = tensor;
    }
    return out;
}

namespace {

std::vector<double> numbers(const Json &object, const char *key)
{
    return object.contains(key) ? object[key].get<std::vector<double>>() : std::vector<double>();
}

std::string withoutPeftPrefix(const std::string &name)
{
    const std::string prefix = "base_model.model.";
    return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

Outcome outcomeFrom(const Json &object, const std::map<std::string, at::Tensor> &tensors,
                    const std::string &prefix)
{
    Outcome out;
    out.losses = numbers(object, "losses");
    out.grad_norms = numbers(object, "grad_norms");
    out.learning_rates = numbers(object, "learning_rates");
    if (object.contains("first_gradient_norms"))
        for (const auto &[name, norm] : object["first_gradient_norms"].items())
            out.gradient_norms[withoutPeftPrefix(name)] = norm;
    for (const auto &[name, tensor] : tensors) {
        if (name == prefix + "logits")
            out.logits = tensor;
        else if (name == prefix + "final_logits")
            out.final_logits = tensor;
        else if (name.starts_with(prefix + "grad."))
            out.gradients[withoutPeftPrefix(name.substr(prefix.size() + 5))] = tensor;
    }
    return out;
}

} // namespace

ParityCase::ParityCase(const std::string &name)
    : folder(std::filesystem::path(LUTHIER_TEST_DATA) / "parity" / name),
      reference(readJson(folder / "reference.json")),
      mistakes(std::filesystem::exists(folder / "mistakes.json")
                   ? readJson(folder / "mistakes.json")
                   : Json::object()),
      expected(outcomeFrom(reference, tensorsOf(folder / "reference.safetensors"), ""))
{
}

Outcome ParityCase::mistaken(const std::string &id) const
{
    return outcomeFrom(mistakes[id], tensorsOf(folder / "mistakes.safetensors"), id + ".");
}

RunConfig ParityCase::config() const
{
    return parseRunConfig(readJson(folder / "run.json"), folder, methodDescriptors(), tasks());
}

} // namespace luthier
