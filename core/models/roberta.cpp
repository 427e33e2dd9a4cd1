// SPDX-License-Identifier: GPL-3.0-or-later
// RoBERTa (Liu et al. 2019, arXiv 1907.11692) and XLM-R (Conneau et al. 2020, arXiv 1911.02116).
// Reference: transformers, models/roberta/modeling_roberta.py (RobertaForSequenceClassification).
#include "core/models/encoder_model.h"

#include "core/base/error.h"

namespace luthier {

namespace {

/// Positions count from the one after the padding's; a padding token inside a text stands at it and
/// is not counted (RobertaEmbeddings.create_position_ids_from_input_ids).
at::Tensor positionsAfterPadding(const TokenBatch &batch, int64_t pad)
{
    const at::Tensor out = at::empty_like(batch.ids);
    const int64_t *ids = batch.ids.const_data_ptr<int64_t>();
    int64_t *positions = out.mutable_data_ptr<int64_t>();
    for (int64_t row = 0; row < batch.spans.count(); ++row) {
        int64_t next = pad;
        for (int64_t i = batch.spans.offsets[size_t(row)]; i < batch.spans.offsets[size_t(row) + 1];
             ++i)
            positions[i] = ids[i] == pad ? pad : ++next;
    }
    return out;
}

class Roberta final : public EncoderModel
{
public:
    Roberta(const ModelSource &files, const ModelOptions &options, const std::string &architecture);
};

Roberta::Roberta(const ModelSource &files, const ModelOptions &options,
                 const std::string &architecture)
    : EncoderModel(files, options, readEncoderConfig(files.config, options), "roberta.")
{
    m_c.pad = files.config.whole("pad_token_id", 0, m_c.vocabulary - 1, 1);
    m_maxPositions = m_c.positions - m_c.pad - 1;
    if (m_maxPositions < 1)
        throw failure(
            "models.few_positions",
            LUTHIER_MESSAGE("{file}: max_position_embeddings {positions} leaves no place "
                            "after pad_token_id {pad}; one of them is wrong."),
            {{"file", files.config.file()}, {"positions", m_c.positions}, {"pad", m_c.pad}});
    addEmbeddings(
        [pad = m_c.pad](const TokenBatch &batch) { return positionsAfterPadding(batch, pad); });
    for (int64_t i = 0; i < m_c.layers; ++i)
        addBertBlock("roberta.encoder.layer." + std::to_string(i), i + 1 == m_c.layers);
    const auto tanh = [](const at::Tensor &x) { return at::tanh(x); };
    finish(files, options,
           {[&] { addDenseHead(options.labels, tanh); }, {"classifier"}, architecture});
}

ModelFamily family(const std::string &id, const std::string &name, std::string summary,
                   const std::string &architecture)
{
    return {.descriptor = {.id = id, .name = name, .summary = std::move(summary)},
            .prefix = "roberta.",
            .create = [architecture](const ModelSource &files,
                                     const ModelOptions &options) -> std::unique_ptr<Model> {
                return std::make_unique<Roberta>(files, options, architecture);
            }};
}

} // namespace

ModelFamily robertaFamily()
{
    return family("roberta", "RoBERTa",
                  LUTHIER_MESSAGE("Encoder trained longer than BERT; strong on English texts."),
                  "RobertaForSequenceClassification");
}

ModelFamily xlmRobertaFamily()
{
    return family("xlm-roberta", "XLM-R",
                  LUTHIER_MESSAGE("RoBERTa trained on a hundred languages, Korean among them."),
                  "XLMRobertaForSequenceClassification");
}

} // namespace luthier
