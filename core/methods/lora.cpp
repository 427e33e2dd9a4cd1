// SPDX-License-Identifier: GPL-3.0-or-later
// LoRA (Hu et al. 2021, arXiv 2106.09685) with peft's names, defaults and files; rank-stabilised
// scaling (Kalajdzievski 2023, arXiv 2312.03732). Reference: peft, tuners/lora/layer.py.
#include "core/methods/method.h"

#include "core/kernels/lora.h"
#include "core/methods/module_names.h"
#include "core/methods/peft_adapter.h"
#include "core/methods/whole_model.h"
#include "core/nn/dropout.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

namespace luthier {

namespace {

struct LoraAddition final : LinearAddition
{
    at::Tensor a, b; ///< [r, in], [out, r]
    double scale = 1;
    Dropout dropout;

    at::Tensor forward(const Linear &layer, const at::Tensor &x, const Pass &pass) const override
    {
        if (dropout.active(pass) <= 0)
            return loraLinear(x, layer.weight(), layer.bias(), a, b, scale);
        const at::Tensor small = at::linear(dropout.forward(x, pass), a);
        return at::addmm(layer.plain(x), small, b.t(), 1, scale);
    }

    at::Tensor delta() const override { return at::mm(b, a) * scale; }
};

class Lora final : public Method
{
public:
    explicit Lora(const Json &settings) : m_settings(settings) {}

    void prepare(Model &model, uint64_t seed) override;
    void save(const Model &model, const std::filesystem::path &folder,
              const SaveContext &context) const override;
    void load(const Model &model, const std::filesystem::path &folder) const override
    {
        loadAdapter(model, folder);
    }
    void resolve(Json &settings) const override
    {
        if (settings["modules_to_save"] == "auto")
            settings["modules_to_save"] = m_config.modulesToSave;
    }
    bool isAdapter() const override { return true; }

private:
    void wrap(Model &model, Linear &linear, uint64_t seed);

    Json m_settings;
    AdapterConfig m_config;
};

void Lora::wrap(Model &model, Linear &linear, uint64_t seed)
{
    const int64_t out = linear.weight().size(0), in = linear.weight().size(1);
    auto addition = std::make_unique<LoraAddition>();
    const auto generator = at::detail::createCPUGenerator(seed * 0x9E3779B97F4A7C15ull +
                                                          philox::pathHash(linear.name().c_str()));
    // kaiming_uniform with a = sqrt(5), as peft: uniform within 1 / sqrt(in).
    const double bound = 1.0 / std::sqrt(double(in));
    addition->a =
        model.parameters().add(linear.name() + ".lora_A.weight",
                               at::empty({m_config.r, in}).uniform_(-bound, bound, generator));
    addition->b =
        model.parameters().add(linear.name() + ".lora_B.weight", at::zeros({out, m_config.r}));
    addition->a.set_requires_grad(true);
    addition->b.set_requires_grad(true);
    addition->scale = m_config.alpha / (m_config.rankStabilised ? std::sqrt(double(m_config.r))
                                                                : double(m_config.r));
    addition->dropout = Dropout(m_config.dropout, linear.name() + ".lora_dropout");
    linear.setAddition(std::move(addition));
}

void Lora::prepare(Model &model, uint64_t seed)
{
    const std::string adapter = m_settings.value("adapter", "");
    m_config = adapter.empty() ? AdapterConfig::fromSettings(m_settings, model)
                               : AdapterConfig::read(adapter);
    const auto whole = parametersOfModules(model, m_config.modulesToSave);
    for (const NamedTensor &parameter : whole)
        parameter.value.set_requires_grad(true);
    // A layer that trains as a whole needs no addition.
    std::vector<Linear *> additions = targetedLinears(model, m_config.targetModules);
    std::erase_if(additions, [](const Linear *linear) { return linear->weight().requires_grad(); });
    if (!adapter.empty())
        m_config.refuseOtherTensors(adapter, additions, whole);
    for (Linear *linear : additions)
        wrap(model, *linear, seed);
    if (!adapter.empty())
        loadAdapter(model, adapter);
}

void Lora::save(const Model &model, const std::filesystem::path &folder,
                const SaveContext &context) const
{
    writeAdapter(model, m_config, folder, context.baseModel);
}

std::vector<Parameter> parameters()
{
    using Kind = Parameter::Kind;
    return {
        {.id = "r",
         .kind = Kind::Whole,
         .label = LUTHIER_MESSAGE("Rank"),
         .help = LUTHIER_MESSAGE("Width of the two small matrices beside each layer."),
         .reason = LUTHIER_MESSAGE("8 is peft's default; more seldom helps small data."),
         .initial = 8,
         .minimum = 1,
         .maximum = 1024,
         .scale = Parameter::Scale::Logarithmic},
        {.id = "lora_alpha",
         .kind = Kind::Number,
         .label = LUTHIER_MESSAGE("Alpha"),
         .help = LUTHIER_MESSAGE("Strength of the addition: it is scaled by alpha / rank."),
         .reason = LUTHIER_MESSAGE("Twice the rank is the usual choice."),
         .initial = 16,
         .minimum = 0.001,
         .maximum = 4096},
        {.id = "lora_dropout",
         .kind = Kind::Number,
         .label = LUTHIER_MESSAGE("LoRA dropout"),
         .help = LUTHIER_MESSAGE("Share of the layer's input that the addition does not see."),
         .reason =
             LUTHIER_MESSAGE("0 trains fastest; the model's own dropout already regularises."),
         .initial = 0.0,
         .minimum = 0,
         .maximum = 0.95},
        {.id = "target_modules",
         .kind = Kind::Names,
         .label = LUTHIER_MESSAGE("Target layers"),
         .help = LUTHIER_MESSAGE(
             "Names of the layers that get an addition, or a pattern for their whole path."),
         .reason = LUTHIER_MESSAGE("Query and value, as in the paper."),
         .initial = Json::array({"query", "value"})},
        {.id = "modules_to_save",
         .kind = Kind::Names,
         .label = LUTHIER_MESSAGE("Modules trained in full"),
         .help = LUTHIER_MESSAGE("Modules that train beside the additions and are stored whole."),
         .reason = LUTHIER_MESSAGE("A new head must learn, and so must the pooler below it: with a "
                                   "frozen one small models fail."),
         .initial = "auto"},
        {.id = "use_rslora",
         .kind = Kind::Flag,
         .label = LUTHIER_MESSAGE("Rank-stabilised scaling"),
         .help = LUTHIER_MESSAGE("Scales by alpha / sqrt(rank), so that high ranks keep learning."),
         .reason = LUTHIER_MESSAGE("Off as in peft; worth trying from rank 32 on."),
         .initial = false,
         .advanced = true},
        {.id = "adapter",
         .kind = Kind::Text,
         .label = LUTHIER_MESSAGE("Start from adapter"),
         .help = LUTHIER_MESSAGE(
             "Folder of a PEFT adapter of the same base to go on with; its settings hold."),
         .reason = LUTHIER_MESSAGE("Empty: a new one."),
         .initial = "",
         .advanced = true},
        learningRate(4e-3, LUTHIER_MESSAGE("The usual 2e-4 is too low for small models and short "
                                           "runs; 4e-3 did best on three data sets.")),
    };
}

} // namespace

MethodInfo loraMethod()
{
    return {.descriptor =
                {.id = "lora",
                 .name = LUTHIER_MESSAGE("LoRA"),
                 .summary = LUTHIER_MESSAGE(
                     "Trains two small matrices beside chosen layers; the rest stays as it is."),
                 .parameters = parameters()},
            .learns = {.head = MethodInfo::Share::All, .additions = true},
            .create = [](const Json &settings) -> std::unique_ptr<Method> {
                return std::make_unique<Lora>(settings);
            }};
}

} // namespace luthier
