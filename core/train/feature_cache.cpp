// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/feature_cache.h"

#include "core/base/files.h"
#include "core/kernels/gemm.h"
#include "core/runs/workspace_lock.h"
#include "core/text/sha256.h"
#include "core/train/engine_info.h"
#include "core/weights/safetensors.h"

#include <algorithm>

namespace luthier {

namespace fs = std::filesystem;

namespace {

/// To be raised with every change to what frozen stages compute, the rounding included.
constexpr int kernelVersion = 1;
constexpr uint64_t headerLimit = 4096;
constexpr const char *tensorName = "features";

template <typename T>
std::string hashOf(const std::vector<T> &values)
{
    Sha256 hash;
    hash.update(std::as_bytes(std::span(values)));
    return hash.hex();
}

Json configWithoutLabels(const Model &model)
{
    Json config = model.config();
    for (const char *key : {"id2label", "label2id", "num_labels", "problem_type"})
        config.erase(key);
    return config;
}

/// 64 hexadecimal digits and the ending, or one that was being written: nothing else is ours.
bool isOurs(const fs::directory_entry &entry)
{
    const std::string name = entry.path().filename().string();
    const size_t digits = name.find_first_not_of("0123456789abcdef");
    return digits == 64 &&
           (name.substr(64) == ".safetensors" || name.substr(64) == ".safetensors.part");
}

struct KeptFile
{
    fs::path path;
    uint64_t bytes = 0;
    fs::file_time_type used;
};

/// The one that was not used for longest comes first.
std::vector<KeptFile> keptFiles(const fs::path &folder)
{
    std::vector<KeptFile> out;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder))
        if (isOurs(entry) && entry.is_regular_file())
            out.push_back({entry.path(), entry.file_size(), entry.last_write_time()});
    std::ranges::sort(out, {}, &KeptFile::used);
    return out;
}

std::string checksum(std::span<const float> values)
{
    Sha256 hash;
    hash.update(std::as_bytes(values));
    return hash.hex();
}

} // namespace

std::string frozenHash(const Model &model)
{
    const size_t stage = model.lowestTrainedStage();
    Sha256 hash;
    for (const NamedTensor &parameter : model.parameters().all()) {
        if (model.stageOf(parameter.name) >= stage)
            continue;
        const at::Tensor values = parameter.value.detach().contiguous();
        const Json shape(values.sizes().vec());
        hash.update(parameter.name + shape.dump());
        hash.update(std::span(static_cast<const std::byte *>(values.const_data_ptr()),
                              size_t(values.nbytes())));
    }
    return hash.hex();
}

std::string featureKey(const Model &model, const Examples &examples, const std::string &frozen)
{
    const size_t stage = model.lowestTrainedStage();
    Json stages = Json::array();
    for (size_t i = 0; i <= stage; ++i)
        stages.push_back({model.stages()[i].name, int(model.stages()[i].reads)});
    const EngineInfo engine = engineInfo();
    const Json all{{"ids", hashOf(examples.ids)},
                   {"type_ids", hashOf(examples.type_ids)},
                   {"offsets", hashOf(examples.offsets)},
                   {"weights", frozen},
                   {"config", configWithoutLabels(model)},
                   {"stages", stages},
                   {"dtype", "F32"},
                   {"kernels", kernelVersion},
                   {"torch", engine.torchVersion},
                   {"processor", engine.processor},
                   {"own_gemm", kernels::gemmPays()},
                   {"threads", at::get_num_threads()}};
    Sha256 hash;
    hash.update(all.dump());
    return hash.hex();
}

FeatureCache::FeatureCache(const fs::path &workspace, const std::string &frozen, uint64_t limit)
    : m_workspace(workspace), m_frozen(frozen), m_limit(limit)
{
}

fs::path FeatureCache::fileOf(const std::string &key) const
{
    return folder() / (key + ".safetensors");
}

bool FeatureCache::read(const std::string &key, int64_t width, std::span<float> values) const
try {
    const fs::path path = fileOf(key);
    // A header is read whole: its size follows from the file's.
    if (!isOn() || !fs::is_regular_file(path) ||
        fs::file_size(path) > values.size_bytes() + headerLimit)
        return false;
    const SafetensorsFile file = SafetensorsFile::open(path);
    const auto found = file.tensors().find(tensorName);
    const std::vector<int64_t> shape{int64_t(values.size()) / width, width};
    if (file.metadata().at("key") != key || found == file.tensors().end() ||
        found->second.dtype != DType::F32 || found->second.shape != shape)
        return false;
    file.read(found->second, std::as_writable_bytes(values));
    if (file.metadata().at("sha256") != checksum(values))
        return false;
    std::error_code readOnly;
    fs::last_write_time(path, fs::file_time_type::clock::now(), readOnly);
    return true;
} catch (const std::exception &) {
    return false;
}

void FeatureCache::makeRoom(uint64_t bytes, const fs::path &replaced) const
{
    std::vector<KeptFile> files = keptFiles(folder());
    std::erase_if(files, [&](const KeptFile &file) { return file.path == replaced; });
    uint64_t total = bytes;
    for (const KeptFile &file : files)
        total += file.bytes;
    const uint64_t limit = std::min(m_limit, files::freeSpace(folder()) / 10);
    for (const KeptFile &file : files) {
        if (total <= limit)
            return;
        if (fs::remove(file.path))
            total -= file.bytes;
    }
}

void FeatureCache::keep(const std::string &key, int64_t width, std::span<const float> values) const
try {
    const uint64_t bytes = values.size_bytes() + headerLimit;
    if (!isOn() || !fs::is_directory(m_workspace) ||
        bytes > std::min(m_limit, files::freeSpace(m_workspace) / 10))
        return;
    files::makeFolder(m_workspace / "cache");
    files::makeFolder(folder());
    const WorkspaceLock oneAtATime(folder());
    makeRoom(bytes, fileOf(key));
    writeSafetensors(
        fileOf(key),
        {{tensorName, DType::F32, {int64_t(values.size()) / width, width}, std::as_bytes(values)}},
        {{"format", "pt"}, {"key", key}, {"sha256", checksum(values)}});
} catch (const std::exception &) {
    // The run has what it needs in memory; the next one computes it again.
}

} // namespace luthier
