// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/catalog.h"
#include "core/models/encoder_block.h"

namespace luthier {

/// What the encoders of the catalog have in common, read from config.json under their own names.
struct EncoderConfig
{
    int64_t hidden = 0, layers = 0, heads = 0, intermediate = 0, vocabulary = 0, positions = 0;
    int64_t types = 0;     ///< token types; 0: the family has none
    int64_t embedding = 0; ///< width of the embeddings; `hidden` where they are not projected
    int64_t pad = 0;
    double eps = 1e-12, dropout = 0, attentionDropout = 0, headDropout = 0, deviation = 0.02;
    Activation activation = Activation::Gelu;
};

/// The names of BERT's config, which most families share. Throws for heads that do not divide the
/// width and for positions that are not absolute.
EncoderConfig readEncoderConfig(const ConfigReader &reader, const ModelOptions &options);
/// One sentence with the file when `hidden` cannot be divided by `heads`.
void refuseOddHeads(const EncoderConfig &config, const ConfigReader &reader);

/// A classifier of one encoder's kind: embeddings, equal blocks, a head that reads each sequence's
/// first token. A family adds the stages in its constructor and calls `finish` at its end.
class EncoderModel : public Model
{
protected:
    using New = ParameterSource::New;

    /// `prefix`: of the encoder's names, "bert.".
    EncoderModel(const ModelSource &files, const ModelOptions &options, EncoderConfig config,
                 const std::string &prefix);

    Linear &linear(const std::string &name, int64_t out, int64_t in,
                   New whenMissing = New::Refused);
    LayerNorm layerNorm(const std::string &name, int64_t width);

    /// Where each token stands in the table of positions; [tokens] int64.
    using PositionRule = std::function<at::Tensor(const TokenBatch &)>;
    /// Words, positions and types (where there are any), layer norm, dropout, projection.
    void addEmbeddings(const PositionRule &position);
    /// BERT's block under `path` ("bert.encoder.layer.0").
    void addBertBlock(const std::string &path, bool last);
    using HeadActivation = at::Tensor (*)(const at::Tensor &);
    /// RoBERTa's and ELECTRA's head: dropout, linear, activation, dropout, linear.
    void addDenseHead(int64_t labels, HeadActivation activation);
    /// The architecture's own head: what adds it, its modules from bottom to top, and the class
    /// of transformers that has it.
    struct Head
    {
        std::function<void()> add;
        std::vector<std::string> modules;
        std::string architecture;
    };
    /// Adds the head, the asked one; takes what the weights hold of it, and names what they lack.
    void finish(const ModelSource &files, const ModelOptions &options, const Head &head);
    /// The head reads no other token of the last block.
    bool m_readsFirstTokens;

private:
    void addMeanHead(int64_t labels);

protected:
    EncoderConfig m_c;
    std::string m_prefix;
    ParameterSource m_source;
};

} // namespace luthier
