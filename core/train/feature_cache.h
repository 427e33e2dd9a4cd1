// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/model.h"
#include "core/train/examples.h"

#include <filesystem>

namespace luthier {

/// SHA-256 of the names, shapes and numbers of all parameters below `model.lowestTrainedStage()`.
std::string frozenHash(const Model &model);

/// Name of what those stages give for these rows in this order: 64 hexadecimal digits over all that
/// decides the bits. That is the rows' token and type ids, the weights (`frozen`, a frozenHash) and
/// the config, the stages and what the first trained one reads, the element type, the kernels, the
/// processor and the number of threads. Labels have no part in it.
std::string featureKey(const Model &model, const Examples &examples, const std::string &frozen);

/// What frozen stages gave in earlier runs, in `cache/features/` of a workspace: one safetensors
/// file a part, named by its key. A file is believed only when its key, shape and checksum are
/// right. Nothing here fails: what cannot be read is computed, what cannot be written is not kept.
class FeatureCache
{
public:
    static constexpr uint64_t defaultLimit = uint64_t(10) << 30;

    FeatureCache() = default; ///< keeps nothing
    /// `frozen`: frozenHash of the model. All files together take at most `limit` bytes and a tenth
    /// of the free disk.
    FeatureCache(const std::filesystem::path &workspace, const std::string &frozen,
                 uint64_t limit = defaultLimit);

    /// False for a cache that keeps nothing.
    bool isOn() const { return !m_workspace.empty(); }
    const std::string &frozen() const { return m_frozen; }

    /// Fills `values`, [vectors, width], and marks the file as used; false when there is none that
    /// can be believed. `values` may hold anything then.
    bool read(const std::string &key, int64_t width, std::span<float> values) const;
    /// Files that were not used for longest make room; nothing is written where that is not enough.
    void keep(const std::string &key, int64_t width, std::span<const float> values) const;

private:
    std::filesystem::path folder() const { return m_workspace / "cache" / "features"; }
    std::filesystem::path fileOf(const std::string &key) const;
    void makeRoom(uint64_t bytes, const std::filesystem::path &replaced) const;

    std::filesystem::path m_workspace;
    std::string m_frozen;
    uint64_t m_limit = 0;
};

} // namespace luthier
