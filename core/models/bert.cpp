// SPDX-License-Identifier: GPL-3.0-or-later
// BERT (Devlin et al. 2019) with the head that transformers gives it for sequence classification.
// Reference: transformers, models/bert/modeling_bert.py (BertForSequenceClassification).
#include "core/models/catalog.h"

#include "core/base/error.h"
#include "core/models/encoder_block.h"

namespace luthier {

namespace {

struct BertConfig
{
    int64_t hidden, layers, heads, intermediate, vocabulary, positions, types, pad;
    double eps, dropout, attentionDropout, headDropout, deviation;
    Activation activation;
};

BertConfig readConfig(const ConfigReader &reader, const ModelOptions &options)
{
    BertConfig c{};
    c.hidden = reader.whole("hidden_size", 1, 65536);
    c.layers = reader.whole("num_hidden_layers", 1, 1024);
    c.heads = reader.whole("num_attention_heads", 1, 1024);
    c.intermediate = reader.whole("intermediate_size", 1, 1 << 20);
    c.vocabulary = reader.whole("vocab_size", 1, 1 << 24);
    c.positions = reader.whole("max_position_embeddings", 1, 1 << 20);
    c.types = reader.whole("type_vocab_size", 1, 1024, 2);
    c.pad = reader.whole("pad_token_id", 0, c.vocabulary - 1, 0);
    c.eps = reader.number("layer_norm_eps", 0, 1, 1e-12);
    c.deviation = reader.number("initializer_range", 0, 1, 0.02);
    c.dropout = options.dropout.value_or(reader.number("hidden_dropout_prob", 0, 0.999, 0.1));
    c.attentionDropout =
        options.dropout.value_or(reader.number("attention_probs_dropout_prob", 0, 0.999, 0.1));
    c.headDropout =
        options.dropout.value_or(reader.number("classifier_dropout", 0, 0.999, c.dropout));
    c.activation = activationNamed(reader.text("hidden_act", "gelu"));
    if (c.hidden % c.heads != 0)
        throw failure(
            "models.heads",
            LUTHIER_MESSAGE(
                "{file}: hidden_size {hidden} cannot be divided by num_attention_heads {heads}; "
                "one of them is wrong."),
            {{"file", reader.file()}, {"hidden", c.hidden}, {"heads", c.heads}});
    if (const std::string kind = reader.text("position_embedding_type", "absolute");
        kind != "absolute")
        throw failure("models.positions",
                      LUTHIER_MESSAGE("{file}: position_embedding_type {kind} is not supported; "
                                      "use a model with absolute positions."),
                      {{"file", reader.file()}, {"kind", kind}});
    return c;
}

class Bert final : public Model
{
public:
    Bert(const ModelSource &files, const ModelOptions &options);

private:
    using New = ParameterSource::New;

    Linear &linear(const std::string &name, int64_t out, int64_t in,
                   New whenMissing = New::Refused);
    LayerNorm layerNorm(const std::string &name);
    void addEmbeddings();
    void addBlock(int64_t index);
    void addHead(int64_t labels);

    BertConfig m_c;
    ParameterSource m_source;
};

Bert::Bert(const ModelSource &files, const ModelOptions &options)
    : m_c(readConfig(files.config, options)), m_source(files.weights, "bert.", options.seed)
{
    m_maxPositions = m_c.positions;
    m_vocabularySize = m_c.vocabulary;
    m_hiddenSize = m_c.hidden;
    m_headModules = {"bert.pooler", "classifier"};
    addEmbeddings();
    for (int64_t i = 0; i < m_c.layers; ++i)
        addBlock(i);
    addHead(options.labels);
    m_source.finish(files.folder);
    for (const std::string &module : {std::string("bert.pooler.dense"), std::string("classifier")})
        if (std::ranges::count(m_source.made(), module + ".weight"))
            m_newModules.push_back(module);
    m_config = files.config.json();
    m_config["architectures"] = Json::array({"BertForSequenceClassification"});
}

Linear &Bert::linear(const std::string &name, int64_t out, int64_t in, New whenMissing)
{
    const New bias = whenMissing == New::Refused ? New::Refused : New::Zeros;
    const at::Tensor weight = m_parameters.add(
        name + ".weight", m_source.take(name + ".weight", {out, in}, whenMissing, m_c.deviation));
    m_linears.push_back(std::make_unique<Linear>(
        name, weight,
        m_parameters.add(name + ".bias", m_source.take(name + ".bias", {out}, bias))));
    return *m_linears.back();
}

LayerNorm Bert::layerNorm(const std::string &name)
{
    return {m_parameters.add(name + ".weight", m_source.take(name + ".weight", {m_c.hidden})),
            m_parameters.add(name + ".bias", m_source.take(name + ".bias", {m_c.hidden})), m_c.eps};
}

void Bert::addEmbeddings()
{
    const std::string path = "bert.embeddings";
    const auto table = [&](const std::string &name, int64_t rows) {
        return m_parameters.add(path + name, m_source.take(path + name, {rows, m_c.hidden}));
    };
    const at::Tensor words = table(".word_embeddings.weight", m_c.vocabulary);
    const at::Tensor positions = table(".position_embeddings.weight", m_c.positions);
    const at::Tensor types = table(".token_type_embeddings.weight", m_c.types);
    const LayerNorm norm = layerNorm(path + ".LayerNorm");
    const Dropout dropout(m_c.dropout, path + ".dropout");
    // A step sees few of the words: their gradient holds the rows of those alone.
    const bool fewRows = true;
    m_stages.push_back({path, false, [=, pad = m_c.pad](const at::Tensor &, const Pass &pass) {
                            const at::Tensor sum =
                                at::embedding(words, pass.batch.ids, pad, false, fewRows) +
                                at::embedding(types, pass.batch.type_ids) +
                                at::embedding(positions, pass.batch.positions);
                            return dropout.forward(norm.forward(sum), pass);
                        }});
}

void Bert::addBlock(int64_t index)
{
    const std::string path = "bert.encoder.layer." + std::to_string(index);
    const int64_t hidden = m_c.hidden;
    const auto self = path + ".attention.self", attention = path + ".attention.output";
    const EncoderBlock block{.query = linear(self + ".query", hidden, hidden),
                             .key = linear(self + ".key", hidden, hidden),
                             .value = linear(self + ".value", hidden, hidden),
                             .attentionOut = linear(attention + ".dense", hidden, hidden),
                             .attentionNorm = layerNorm(attention + ".LayerNorm"),
                             .up = linear(path + ".intermediate.dense", m_c.intermediate, hidden),
                             .down = linear(path + ".output.dense", hidden, m_c.intermediate),
                             .outNorm = layerNorm(path + ".output.LayerNorm"),
                             .attentionDropout = Dropout(m_c.attentionDropout, self + ".dropout"),
                             .attentionOutDropout = Dropout(m_c.dropout, attention + ".dropout"),
                             .outDropout = Dropout(m_c.dropout, path + ".output.dropout"),
                             .heads = m_c.heads,
                             .activation = m_c.activation,
                             // The head reads no other token of the last block.
                             .firstTokensOnly = index + 1 == m_c.layers};
    m_stages.push_back({path, true, [block](const at::Tensor &x, const Pass &pass) {
                            return block.forward(x, pass);
                        }});
}

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
                        true});
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
