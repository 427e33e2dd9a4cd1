// SPDX-License-Identifier: GPL-3.0-or-later
// BERT (Devlin et al. 2019) with the head that transformers gives it for sequence classification.
// Reference: transformers, models/bert/modeling_bert.py (BertForSequenceClassification).
#include "core/models/encoder_model.h"

namespace luthier {

namespace {

class Bert final : public EncoderModel
{
public:
    Bert(const ModelSource &files, const ModelOptions &options)
        : EncoderModel(files, options, readEncoderConfig(files.config, options), "bert.")
    {
        addEmbeddings([](const TokenBatch &batch) { return batch.positions; });
        for (int64_t i = 0; i < m_c.layers; ++i)
            addBertBlock("bert.encoder.layer." + std::to_string(i), i + 1 == m_c.layers);
        finish(files, options,
               {[&] { addHead(options.labels); },
                {"bert.pooler", "classifier"},
                "BertForSequenceClassification"});
    }

private:
    void addHead(int64_t labels);
};

void Bert::addHead(int64_t labels)
{
    Linear &pooler = linear("bert.pooler.dense", m_c.hidden, m_c.hidden, New::Normal);
    Linear &classifier = linear("classifier", labels, m_c.hidden, New::Normal);
    const Dropout dropout(m_c.headDropout, "dropout");
    m_stages.push_back({"classifier", false,
                        [=, &pooler, &classifier](const at::Tensor &x, const Pass &pass) {
                            const at::Tensor first = firstTokens(x, pass.batch.spans);
                            const at::Tensor pooled = at::tanh(pooler.forward(first, pass));
                            return classifier.forward(dropout.forward(pooled, pass), pass);
                        },
                        Stage::Reads::FirstTokens});
}

} // namespace

ModelFamily bertFamily()
{
    return {
        .descriptor = {.id = "bert",
                       .name = "BERT",
                       .summary = LUTHIER_MESSAGE("Encoder for classification and tagging; MiniLM "
                                                  "and most sentence models are of this family.")},
        .prefix = "bert.",
        .create = [](const ModelSource &files, const ModelOptions &options)
            -> std::unique_ptr<Model> { return std::make_unique<Bert>(files, options); }};
}

} // namespace luthier
