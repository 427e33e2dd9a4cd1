// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/weight_set.h"

#include "core/base/error.h"
#include "core/weights/folder_path.h"
#include "core/weights/shard_index.h"
#include "core/weights/shown.h"

#include <set>

namespace luthier {

namespace fs = std::filesystem;

namespace {

struct Listing
{
    bool found = false;
    std::vector<fs::path> files{};
    std::map<std::string, std::string> shardOf{}; ///< by tensor; empty without an index
};

std::string indexName(const std::string &stem)
{
    return stem + ".safetensors.index.json";
}

fs::path shardIn(const fs::path &folder, const std::string &shard, const std::string &index)
{
    const std::optional<fs::path> path = pathInFolder(folder, shard);
    if (!path)
        throw failure("weights.missing_shard",
                      LUTHIER_MESSAGE("{index} in {folder} names the shard {shard}, which is not "
                                      "there; download it again."),
                      {{"index", index}, {"folder", folder.string()}, {"shard", shown(shard)}});
    return *path;
}

[[noreturn]] void failWithoutWeights(const fs::path &folder, const std::string &stem)
{
    const std::string pickle = stem == "model" ? "pytorch_model.bin" : stem + ".bin";
    for (const std::string &name : {pickle, pickle + ".index.json"})
        if (fs::exists(fs::symlink_status(folder / name)))
            throw failure(
                "weights.pickle",
                LUTHIER_MESSAGE("{folder} holds its weights only as {name}, which can contain code "
                                "and is never opened; convert the model to safetensors."),
                {{"folder", folder.string()}, {"name", name}});
    throw failure("weights.none",
                  LUTHIER_MESSAGE("{folder} has neither {name} nor an index of its shards; choose "
                                  "the folder of a model with safetensors weights."),
                  {{"folder", folder.string()}, {"name", stem + ".safetensors"}});
}

Listing listFiles(const fs::path &folder, const std::string &stem)
{
    if (const auto single = pathInFolder(folder, stem + ".safetensors"))
        return {true, {*single}};
    const auto index = pathInFolder(folder, indexName(stem));
    if (!index)
        return {};
    Listing listing{true, {}, readShardIndex(*index)};
    std::set<std::string> shards;
    for (const auto &[tensor, shard] : listing.shardOf)
        shards.insert(shard);
    for (const std::string &shard : shards)
        listing.files.push_back(shardIn(folder, shard, indexName(stem)));
    return listing;
}

} // namespace

std::vector<fs::path> weightFiles(const fs::path &folder, const std::string &stem)
{
    return listFiles(folder, stem).files;
}

WeightSet WeightSet::open(const fs::path &folder, const std::string &stem)
{
    const Listing listing = listFiles(folder, stem);
    if (!listing.found)
        failWithoutWeights(folder, stem);
    WeightSet set;
    set.m_folder = folder;
    for (const fs::path &path : listing.files)
        set.add(SafetensorsFile::open(path));
    for (const auto &[tensor, shard] : listing.shardOf) {
        const auto place = set.m_fileOf.find(tensor);
        if (place == set.m_fileOf.end() || set.m_files[place->second].path() != folder / shard)
            throw failure(
                "weights.not_in_shard",
                LUTHIER_MESSAGE("{index} in {folder} promises the tensor {tensor} in {shard}, but "
                                "it is not there; download the model again."),
                {{"index", indexName(stem)},
                 {"folder", folder.string()},
                 {"tensor", shown(tensor)},
                 {"shard", shown(shard)}});
    }
    return set;
}

void WeightSet::add(SafetensorsFile file)
{
    for (const auto &[name, info] : file.tensors()) {
        const auto [place, isNew] = m_fileOf.try_emplace(name, m_files.size());
        if (!isNew)
            throw failure(
                "weights.in_two_shards",
                LUTHIER_MESSAGE("Tensor {tensor} lies both in {first} and in {second}; which one "
                                "is meant cannot be told, so download the model again."),
                {{"tensor", shown(name)},
                 {"first", m_files[place->second].path().string()},
                 {"second", file.path().string()}});
    }
    m_files.push_back(std::move(file));
}

const SafetensorsFile &WeightSet::fileOf(const std::string &name) const
{
    const auto place = m_fileOf.find(name);
    if (place == m_fileOf.end())
        throw failure("weights.lacks_tensor",
                      LUTHIER_MESSAGE("The weights in {folder} lack the tensor {tensor}; choose a "
                                      "complete model of this architecture."),
                      {{"folder", m_folder.string()}, {"tensor", shown(name)}});
    return m_files[place->second];
}

const TensorInfo *WeightSet::find(const std::string &name) const
{
    return m_fileOf.contains(name) ? &at(name) : nullptr;
}

const TensorInfo &WeightSet::at(const std::string &name) const
{
    return fileOf(name).tensors().at(name);
}

std::vector<std::string> WeightSet::names() const
{
    std::vector<std::string> names;
    for (const auto &[name, file] : m_fileOf)
        names.push_back(name);
    return names;
}

uint64_t WeightSet::bytes() const
{
    uint64_t total = 0;
    for (const SafetensorsFile &file : m_files)
        for (const auto &[name, info] : file.tensors())
            total += info.bytes;
    return total;
}

void WeightSet::read(const std::string &name, std::span<std::byte> destination) const
{
    fileOf(name).read(at(name), destination);
}

void WeightSet::readAsFloat(const std::string &name, std::span<float> destination) const
{
    fileOf(name).readAsFloat(at(name), destination);
}

std::vector<WeightSet::NonFinite> WeightSet::findNonFinite() const
{
    std::vector<NonFinite> found;
    for (const auto &[name, file] : m_fileOf)
        if (const NonFiniteCount count = m_files[file].countNonFinite(at(name));
            count != NonFiniteCount{})
            found.push_back({name, count});
    return found;
}

} // namespace luthier
