// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace luthier {

/// `weight_map` of a model.safetensors.index.json: file name of the shard by tensor name.
/// Shard names are as written there, not yet checked. Throws an Error when the file is not an index
/// or names a tensor twice.
std::map<std::string, std::string> readShardIndex(const std::filesystem::path &path);

} // namespace luthier
