// SPDX-License-Identifier: GPL-3.0-or-later
// ELECTRA (Clark et al. 2020, arXiv 2003.10555), its discriminator.
// Reference: transformers, models/electra/modeling_electra.py (ElectraForSequenceClassification).
#include "core/models/encoder_model.h"

namespace luthier {

namespace {

EncoderConfig readConfig(const ConfigReader &reader, const ModelOptions &options)
{
    EncoderConfig config = readEncoderConfig(reader, options);
    config.embedding = reader.whole("embedding_size", 1, 65536, 128);
    return config;
}

class Electra final : public EncoderModel
{
public:
    Electra(const ModelSource &files, const ModelOptions &options)
        : EncoderModel(files, options, readConfig(files.config, options), "electra.")
    {
        addEmbeddings([](const TokenBatch &batch) { return batch.positions; });
        for (int64_t i = 0; i < m_c.layers; ++i)
            addBertBlock("electra.encoder.layer." + std::to_string(i), i + 1 == m_c.layers);
        const auto gelu = [](const at::Tensor &x) { return activate(x, Activation::Gelu); };
        finish(files, options,
               {[&] { addDenseHead(options.labels, gelu); },
                {"classifier"},
                "ElectraForSequenceClassification"});
    }
};

} // namespace

ModelFamily electraFamily()
{
    return {.descriptor = {.id = "electra",
                           .name = "ELECTRA",
                           .summary = LUTHIER_MESSAGE("Encoder that learned to spot replaced "
                                                      "words; good for its size.")},
            .prefix = "electra.",
            .create = [](const ModelSource &files, const ModelOptions &options)
                -> std::unique_ptr<Model> { return std::make_unique<Electra>(files, options); }};
}

} // namespace luthier
