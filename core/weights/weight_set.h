// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weights/safetensors.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace luthier {

/// The safetensors files of a folder: `<stem>.safetensors`, or the shards that
/// `<stem>.safetensors.index.json` names; empty when there is neither. Throws an Error when the
/// index names a path outside the folder or a file that is not there.
std::vector<std::filesystem::path> weightFiles(const std::filesystem::path &folder,
                                               const std::string &stem = "model");

/// All stored weights of a model or an adapter under their names.
class WeightSet
{
public:
    /// `stem` is "model", or "adapter_model" for what peft writes. Throws an Error when there are
    /// no safetensors (PyTorch's own files can hold code and are never opened), when a header is
    /// refused, and when index and shards disagree.
    static WeightSet open(const std::filesystem::path &folder, const std::string &stem = "model");

    /// Null when there is no such tensor.
    const TensorInfo *find(const std::string &name) const;
    /// Throws an Error that names the tensor when it is not there.
    const TensorInfo &at(const std::string &name) const;
    std::vector<std::string> names() const;
    /// Bytes of all tensors as stored.
    uint64_t bytes() const;

    /// `destination` has `at(name).bytes` bytes.
    void read(const std::string &name, std::span<std::byte> destination) const;
    /// `destination` has `at(name).elements()` elements; whole-number types are refused.
    void readAsFloat(const std::string &name, std::span<float> destination) const;

    struct NonFinite
    {
        std::string name;
        NonFiniteCount count;
    };
    /// Tensors with NaN or infinite elements. Reads all weights, a piece at a time.
    std::vector<NonFinite> findNonFinite() const;

private:
    void add(SafetensorsFile file);
    const SafetensorsFile &fileOf(const std::string &name) const;

    std::filesystem::path m_folder;
    std::vector<SafetensorsFile> m_files;
    std::map<std::string, size_t> m_fileOf; ///< index in m_files by tensor name
};

} // namespace luthier
