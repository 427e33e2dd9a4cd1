// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/nn/linear.h"
#include "core/nn/parameters.h"

namespace luthier {

/// A piece of the forward pass over an opaque activation: embeddings, one block, the head.
/// Freezing and caching know no more of a model than its stages in order.
struct Stage
{
    std::string name;   ///< path of its parameters: "bert.encoder.layer.0"
    bool block = false; ///< one of the repeated blocks that layer freezing counts
    std::function<at::Tensor(const at::Tensor &, const Pass &)> forward;
    enum class Reads { Tokens, FirstTokens, Vectors };
    Reads reads =
        Reads::Tokens; ///< of each sequence: all, the first, or the one vector it is by now
    /// Modules that it holds beside those below its name: "electra.embeddings_project".
    std::vector<std::string> more_modules{};

    bool holds(const std::string &parameter) const;
};

/// A network with its head, whatever its family. Parameters carry their Hugging Face names.
class Model
{
public:
    virtual ~Model() = default;

    /// Scores before softmax, [sequences, labels]. With `activation`, what the stages below
    /// `first` gave, the pass begins at stage `first`.
    at::Tensor logits(const TokenBatch &batch, const ForwardContext &context, size_t first = 0,
                      const at::Tensor &activation = {}) const;
    /// What the stages below `end` give, [tokens, hidden].
    at::Tensor activation(const TokenBatch &batch, const ForwardContext &context, size_t end) const;

    const std::vector<Stage> &stages() const { return m_stages; }
    /// Index of the stage that holds a parameter; what no stage names is in the head, the last.
    size_t stageOf(const std::string &parameter) const;
    /// Index of the first stage with a parameter that trains: what lies below never changes.
    size_t lowestTrainedStage() const;
    Parameters &parameters() { return m_parameters; }
    const Parameters &parameters() const { return m_parameters; }
    /// Every linear layer in the order of the forward pass.
    std::vector<Linear *> linears() const;
    /// Paths of the modules that are new where a base model gets a head; the pooler among them.
    const std::vector<std::string> &headModules() const { return m_headModules; }
    /// Paths of modules made new because the files hold none.
    const std::vector<std::string> &newModules() const { return m_newModules; }
    /// True when the scores come from a module that the files do not hold.
    bool hasNewHead() const;
    /// False when transformers has no class whose head does the same.
    bool hasStandardHead() const { return m_standardHead; }
    /// What is written as config.json, labels included.
    const Json &config() const { return m_config; }
    /// Names the scores in config.json.
    void setLabels(const std::vector<std::string> &labels,
                   const std::string &problemType = "single_label_classification");
    int64_t maxPositions() const { return m_maxPositions; }
    int64_t vocabularySize() const { return m_vocabularySize; }
    int64_t hiddenSize() const { return m_hiddenSize; }

protected:
    Parameters m_parameters;
    std::vector<Stage> m_stages;
    std::vector<std::unique_ptr<Linear>> m_linears;
    std::vector<std::string> m_headModules, m_newModules;
    bool m_standardHead = true;
    Json m_config;
    int64_t m_maxPositions = 0;
    int64_t m_vocabularySize = 0;
    int64_t m_hiddenSize = 0;

private:
    at::Tensor run(at::Tensor activation, const TokenBatch &batch, const ForwardContext &context,
                   size_t first, size_t end) const;
};

} // namespace luthier
