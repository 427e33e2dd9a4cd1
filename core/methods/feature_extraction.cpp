// SPDX-License-Identifier: GPL-3.0-or-later
// Feature extraction: the encoder stays as it is, a new head learns from what it gives (Devlin et
// al. 2018, arXiv 1810.04805, section 5.3).
#include "core/methods/whole_model.h"

#include "core/methods/module_names.h"

namespace luthier {

namespace {

class FeatureExtraction final : public WholeModelMethod
{
public:
    explicit FeatureExtraction(const Json &settings)
        : m_pooler(settings["train_pooler"]), m_mean(settings["pooling"] == "mean")
    {
    }

    void choose(ModelOptions &options) const override
    {
        options.pooling = m_mean ? Pooling::Mean : Pooling::Architecture;
    }

    void prepare(Model &model, uint64_t) override
    {
        const std::vector<std::string> modules =
            m_pooler ? model.headModules() : std::vector{model.headModules().back()};
        for (const NamedTensor &parameter : parametersOfModules(model, modules))
            parameter.value.set_requires_grad(true);
    }

private:
    bool m_pooler, m_mean;
};

} // namespace

MethodInfo featureExtractionMethod()
{
    using enum MethodInfo::Share;
    return {
        .descriptor =
            {.id = "feature-extraction",
             .name = LUTHIER_MESSAGE("Feature extraction"),
             .summary = LUTHIER_MESSAGE("Trains the head only, on features that are computed once: "
                                        "by far the fastest."),
             .parameters =
                 {{.id = "train_pooler",
                   .kind = Parameter::Kind::Flag,
                   .label = LUTHIER_MESSAGE("Pooler trains too"),
                   .help = LUTHIER_MESSAGE("Trains the layer between encoder and head as well."),
                   .reason = LUTHIER_MESSAGE("On: with a frozen pooler small models learn little "
                                             "at usual rates."),
                   .initial = true},
                  {.id = "pooling",
                   .kind = Parameter::Kind::Choice,
                   .label = LUTHIER_MESSAGE("Pooling"),
                   .help = LUTHIER_MESSAGE("What the head reads: architecture is the model's own "
                                           "pooler, mean is the mean of all tokens. A result with "
                                           "mean does not load as a classifier in transformers."),
                   .reason = LUTHIER_MESSAGE("The model's own: other programs load the result. "
                                             "For sentence-transformers models mean does better."),
                   .initial = "architecture",
                   .choices = {"architecture", "mean"}},
                  headLearningRate(5e-3,
                                   LUTHIER_MESSAGE("A head on fixed features bears high rates; "
                                                   "lower ones only take longer."))}},
        .learns = {.embeddings = Nothing,
                   .lowerBlocks = Nothing,
                   .upperBlocks = Nothing,
                   .head = All},
        .create = [](const Json &settings) -> std::unique_ptr<Method> {
            return std::make_unique<FeatureExtraction>(settings);
        }};
}

} // namespace luthier
