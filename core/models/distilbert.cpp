// SPDX-License-Identifier: GPL-3.0-or-later
// DistilBERT (Sanh et al. 2019, arXiv 1910.01108): BERT with half its blocks, no token types and
// names of its own.
// Reference: transformers, models/distilbert/modeling_distilbert.py
// (DistilBertForSequenceClassification).
#include "core/models/encoder_model.h"

namespace luthier {

namespace {

EncoderConfig readConfig(const ConfigReader &reader, const ModelOptions &options)
{
    EncoderConfig c;
    c.hidden = reader.whole("dim", 1, 65536, 768);
    c.layers = reader.whole("n_layers", 1, 1024, 6);
    c.heads = reader.whole("n_heads", 1, 1024, 12);
    c.intermediate = reader.whole("hidden_dim", 1, 1 << 20, 4 * c.hidden);
    c.vocabulary = reader.whole("vocab_size", 1, 1 << 24, 30522);
    c.positions = reader.whole("max_position_embeddings", 1, 1 << 20, 512);
    c.embedding = c.hidden;
    c.pad = reader.whole("pad_token_id", 0, c.vocabulary - 1, 0);
    c.deviation = reader.number("initializer_range", 0, 1, 0.02);
    const auto rate = [&](const char *name, double otherwise) {
        return options.dropout.value_or(reader.number(name, 0, 0.999, otherwise));
    };
    c.dropout = rate("dropout", 0.1);
    c.attentionDropout = rate("attention_dropout", 0.1);
    c.headDropout = rate("seq_classif_dropout", 0.2);
    c.activation = activationNamed(reader.text("activation", "gelu"));
    refuseOddHeads(c, reader);
    return c;
}

class DistilBert final : public EncoderModel
{
public:
    DistilBert(const ModelSource &files, const ModelOptions &options)
        : EncoderModel(files, options, readConfig(files.config, options), "distilbert.")
    {
        addEmbeddings([](const TokenBatch &batch) { return batch.positions; });
        for (int64_t i = 0; i < m_c.layers; ++i)
            addBlock("distilbert.transformer.layer." + std::to_string(i), i + 1 == m_c.layers);
        finish(files, options,
               {[&] { addHead(options.labels); },
                {"pre_classifier", "classifier"},
                "DistilBertForSequenceClassification"});
    }

private:
    void addBlock(const std::string &path, bool last);
    void addHead(int64_t labels);
};

void DistilBert::addBlock(const std::string &path, bool last)
{
    const int64_t hidden = m_c.hidden;
    const std::string attention = path + ".attention", ffn = path + ".ffn";
    const EncoderBlock block{.query = linear(attention + ".q_lin", hidden, hidden),
                             .key = linear(attention + ".k_lin", hidden, hidden),
                             .value = linear(attention + ".v_lin", hidden, hidden),
                             .attentionOut = linear(attention + ".out_lin", hidden, hidden),
                             .attentionNorm = layerNorm(path + ".sa_layer_norm", hidden),
                             .up = linear(ffn + ".lin1", m_c.intermediate, hidden),
                             .down = linear(ffn + ".lin2", hidden, m_c.intermediate),
                             .outNorm = layerNorm(path + ".output_layer_norm", hidden),
                             .attentionDropout =
                                 Dropout(m_c.attentionDropout, attention + ".dropout"),
                             // What attention gives does not drop out in this family.
                             .attentionOutDropout = Dropout(0, attention + ".out_lin"),
                             .outDropout = Dropout(m_c.dropout, ffn + ".dropout"),
                             .heads = m_c.heads,
                             .activation = m_c.activation,
                             .firstTokensOnly = last && m_readsFirstTokens};
    m_stages.push_back({path, true, [block](const at::Tensor &x, const Pass &pass) {
                            return block.forward(x, pass);
                        }});
}

void DistilBert::addHead(int64_t labels)
{
    Linear &dense = linear("pre_classifier", m_c.hidden, m_c.hidden, New::Normal);
    Linear &classifier = linear("classifier", labels, m_c.hidden, New::Normal);
    const Dropout dropout(m_c.headDropout, "dropout");
    m_stages.push_back({"classifier", false,
                        [=, &dense, &classifier](const at::Tensor &x, const Pass &pass) {
                            const at::Tensor first = firstTokens(x, pass.batch.spans);
                            const at::Tensor wide = at::relu(dense.forward(first, pass));
                            return classifier.forward(dropout.forward(wide, pass), pass);
                        },
                        Stage::Reads::FirstTokens});
}

} // namespace

ModelFamily distilbertFamily()
{
    return {.descriptor = {.id = "distilbert",
                           .name = "DistilBERT",
                           .summary = LUTHIER_MESSAGE("BERT with half the blocks: nearly as good, "
                                                      "nearly twice as fast.")},
            .prefix = "distilbert.",
            .create = [](const ModelSource &files, const ModelOptions &options)
                -> std::unique_ptr<Model> { return std::make_unique<DistilBert>(files, options); }};
}

} // namespace luthier
