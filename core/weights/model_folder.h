// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/weights/config_reader.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace luthier {

/// What lies in a model's folder. Every path was checked to stay in it (folder_path.h).
struct ModelFiles
{
    using Path = std::optional<std::filesystem::path>;

    std::vector<std::filesystem::path> weights; ///< model.safetensors or its shards; may be empty
    uint64_t weightBytes = 0;                   ///< sizes of these files together
    Path tokenizer;                             ///< tokenizer.json
    Path tokenizerConfig;                       ///< tokenizer_config.json
    Path specialTokens;                         ///< special_tokens_map.json
    Path vocabulary;                            ///< vocab.txt
    Path modules;                               ///< modules.json of Sentence Transformers
    Path pooling;                               ///< 1_Pooling/config.json
    Path adapterConfig;                         ///< adapter_config.json of peft
    Path adapterWeights;                        ///< adapter_model.safetensors
};

/// A folder with a model as Hugging Face lays it out: config.json beside weights and tokenizer, or
/// only adapter_config.json in the folder of an adapter.
class ModelFolder
{
public:
    /// `path` is the folder itself, or a folder `models--*` of the Hugging Face cache (or the
    /// `snapshots` in it), of which the revision named by refs/main is taken, or else the only one.
    /// Throws an Error when there is no configuration, when one is not a JSON object, and when a
    /// link leads out of the folder. Code that the configuration names is never run.
    static ModelFolder open(const std::filesystem::path &path);

    /// The folder with the files: for a cache the snapshot.
    const std::filesystem::path &path() const { return m_path; }
    const ModelFiles &files() const { return m_files; }

    /// Whether there is an adapter alone, without a model's config.json.
    bool isAdapter() const { return m_config.is_null(); }
    /// config.json; throws an Error for the folder of an adapter.
    const Json &config() const;
    /// The same, for checked reading; must not outlive this object.
    ConfigReader configReader() const;

    /// Classes outside transformers that config.json names under `auto_map`; empty for most models.
    std::vector<std::string> customCode() const;
    /// Throws an Error when there are any: such a model cannot be trained here.
    void refuseCustomCode() const;

private:
    ModelFolder() = default;

    std::filesystem::path m_path;
    ModelFiles m_files;
    Json m_config;
};

} // namespace luthier
