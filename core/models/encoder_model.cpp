// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/encoder_model.h"

#include "core/base/error.h"

namespace luthier {

EncoderConfig readEncoderConfig(const ConfigReader &reader, const ModelOptions &options)
{
    EncoderConfig c;
    c.hidden = reader.whole("hidden_size", 1, 65536);
    c.layers = reader.whole("num_hidden_layers", 1, 1024);
    c.heads = reader.whole("num_attention_heads", 1, 1024);
    c.intermediate = reader.whole("intermediate_size", 1, 1 << 20);
    c.vocabulary = reader.whole("vocab_size", 1, 1 << 24);
    c.positions = reader.whole("max_position_embeddings", 1, 1 << 20);
    c.types = reader.whole("type_vocab_size", 1, 1024, 2);
    c.embedding = c.hidden;
    c.pad = reader.whole("pad_token_id", 0, c.vocabulary - 1, 0);
    c.eps = reader.number("layer_norm_eps", 0, 1, 1e-12);
    c.deviation = reader.number("initializer_range", 0, 1, 0.02);
    c.dropout = options.dropout.value_or(reader.number("hidden_dropout_prob", 0, 0.999, 0.1));
    c.attentionDropout =
        options.dropout.value_or(reader.number("attention_probs_dropout_prob", 0, 0.999, 0.1));
    c.headDropout =
        options.dropout.value_or(reader.number("classifier_dropout", 0, 0.999, c.dropout));
    c.activation = activationNamed(reader.text("hidden_act", "gelu"));
    refuseOddHeads(c, reader);
    if (const std::string kind = reader.text("position_embedding_type", "absolute");
        kind != "absolute")
        throw failure("models.positions",
                      LUTHIER_MESSAGE("{file}: position_embedding_type {kind} is not supported; "
                                      "use a model with absolute positions."),
                      {{"file", reader.file()}, {"kind", kind}});
    return c;
}

void refuseOddHeads(const EncoderConfig &config, const ConfigReader &reader)
{
    if (config.hidden % config.heads != 0)
        throw failure(
            "models.heads",
            LUTHIER_MESSAGE(
                "{file}: hidden_size {hidden} cannot be divided by num_attention_heads {heads}; "
                "one of them is wrong."),
            {{"file", reader.file()}, {"hidden", config.hidden}, {"heads", config.heads}});
}

EncoderModel::EncoderModel(const ModelSource &files, const ModelOptions &options,
                           EncoderConfig config, const std::string &prefix)
    : m_readsFirstTokens(options.pooling == Pooling::Architecture), m_c(config), m_prefix(prefix),
      m_source(files.weights, prefix, options.seed)
{
    m_maxPositions = m_c.positions;
    m_vocabularySize = m_c.vocabulary;
    m_hiddenSize = m_c.hidden;
}

Linear &EncoderModel::linear(const std::string &name, int64_t out, int64_t in, New whenMissing)
{
    const New bias = whenMissing == New::Refused ? New::Refused : New::Zeros;
    const at::Tensor weight = m_parameters.add(
        name + ".weight", m_source.take(name + ".weight", {out, in}, whenMissing, m_c.deviation));
    m_linears.push_back(std::make_unique<Linear>(
        name, weight,
        m_parameters.add(name + ".bias", m_source.take(name + ".bias", {out}, bias))));
    return *m_linears.back();
}

LayerNorm EncoderModel::layerNorm(const std::string &name, int64_t width)
{
    return {m_parameters.add(name + ".weight", m_source.take(name + ".weight", {width})),
            m_parameters.add(name + ".bias", m_source.take(name + ".bias", {width})), m_c.eps};
}

void EncoderModel::addEmbeddings(const PositionRule &position)
{
    const std::string path = m_prefix + "embeddings";
    const auto table = [&](const std::string &name, int64_t rows) {
        return m_parameters.add(path + name, m_source.take(path + name, {rows, m_c.embedding}));
    };
    const at::Tensor words = table(".word_embeddings.weight", m_c.vocabulary);
    const at::Tensor positions = table(".position_embeddings.weight", m_c.positions);
    const at::Tensor types =
        m_c.types > 0 ? table(".token_type_embeddings.weight", m_c.types) : at::Tensor();
    const LayerNorm norm = layerNorm(path + ".LayerNorm", m_c.embedding);
    const Dropout dropout(m_c.dropout, path + ".dropout");
    const Linear *project = m_c.embedding == m_c.hidden ? nullptr
                                                        : &linear(m_prefix + "embeddings_project",
                                                                  m_c.hidden, m_c.embedding);
    // A step sees few of the words: their gradient holds the rows of those alone.
    const bool fewRows = true;
    m_stages.push_back({path,
                        false,
                        [=, pad = m_c.pad](const at::Tensor &, const Pass &pass) {
                            at::Tensor sum =
                                at::embedding(words, pass.batch.ids, pad, false, fewRows) +
                                at::embedding(positions, position(pass.batch));
                            if (types.defined())
                                sum = sum + at::embedding(types, pass.batch.type_ids);
                            const at::Tensor x = dropout.forward(norm.forward(sum), pass);
                            return project ? project->forward(x, pass) : x;
                        },
                        Stage::Reads::Tokens,
                        {m_prefix + "embeddings_project"}});
}

void EncoderModel::addBertBlock(const std::string &path, bool last)
{
    const int64_t hidden = m_c.hidden;
    const auto self = path + ".attention.self", attention = path + ".attention.output";
    const EncoderBlock block{.query = linear(self + ".query", hidden, hidden),
                             .key = linear(self + ".key", hidden, hidden),
                             .value = linear(self + ".value", hidden, hidden),
                             .attentionOut = linear(attention + ".dense", hidden, hidden),
                             .attentionNorm = layerNorm(attention + ".LayerNorm", hidden),
                             .up = linear(path + ".intermediate.dense", m_c.intermediate, hidden),
                             .down = linear(path + ".output.dense", hidden, m_c.intermediate),
                             .outNorm = layerNorm(path + ".output.LayerNorm", hidden),
                             .attentionDropout = Dropout(m_c.attentionDropout, self + ".dropout"),
                             .attentionOutDropout = Dropout(m_c.dropout, attention + ".dropout"),
                             .outDropout = Dropout(m_c.dropout, path + ".output.dropout"),
                             .heads = m_c.heads,
                             .activation = m_c.activation,
                             .firstTokensOnly = last && m_readsFirstTokens};
    m_stages.push_back({path, true, [block](const at::Tensor &x, const Pass &pass) {
                            return block.forward(x, pass);
                        }});
}

void EncoderModel::addDenseHead(int64_t labels, HeadActivation activation)
{
    Linear &dense = linear("classifier.dense", m_c.hidden, m_c.hidden, New::Normal);
    Linear &out = linear("classifier.out_proj", labels, m_c.hidden, New::Normal);
    const Dropout before(m_c.headDropout, "classifier.dropout");
    const Dropout after(m_c.headDropout, "classifier.dropout.after");
    m_stages.push_back({"classifier", false,
                        [=, &dense, &out](const at::Tensor &x, const Pass &pass) {
                            const at::Tensor first =
                                before.forward(firstTokens(x, pass.batch.spans), pass);
                            const at::Tensor wide = activation(dense.forward(first, pass));
                            return out.forward(after.forward(wide, pass), pass);
                        },
                        Stage::Reads::FirstTokens});
}

void EncoderModel::addMeanHead(int64_t labels)
{
    // A name that no class of transformers takes for its own head.
    Linear &classifier = linear("mean_classifier", labels, m_c.hidden, New::Normal);
    const Dropout dropout(m_c.headDropout, "mean_classifier.dropout");
    m_stages.push_back({"mean_pooling", false, [](const at::Tensor &x, const Pass &pass) {
                            std::vector<at::Tensor> means;
                            const Spans &spans = pass.batch.spans;
                            for (int64_t i = 0; i < spans.count(); ++i)
                                means.push_back(
                                    x.narrow(0, spans.offsets[size_t(i)], spans.length(i)).mean(0));
                            return at::stack(means);
                        }});
    m_stages.push_back({"mean_classifier", false,
                        [=, &classifier](const at::Tensor &x, const Pass &pass) {
                            return classifier.forward(dropout.forward(x, pass), pass);
                        },
                        Stage::Reads::Vectors});
}

void EncoderModel::finish(const ModelSource &files, const ModelOptions &options, const Head &head)
{
    m_config = files.config.json();
    m_standardHead = options.pooling == Pooling::Architecture;
    if (m_standardHead) {
        head.add();
        m_headModules = head.modules;
        m_config["architectures"] = Json::array({head.architecture});
    } else {
        addMeanHead(options.labels);
        m_headModules = {"mean_classifier"};
    }
    m_source.finish(files.folder);
    for (const auto &linear : m_linears) {
        const bool inHead = std::ranges::any_of(m_headModules, [&](const std::string &module) {
            return linear->name() == module || linear->name().starts_with(module + ".");
        });
        if (inHead && std::ranges::count(m_source.made(), linear->name() + ".weight"))
            m_newModules.push_back(linear->name());
    }
}

} // namespace luthier
