// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/model_folder.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/weights/folder_path.h"
#include "core/weights/shown.h"
#include "core/weights/weight_set.h"

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr uint64_t configLimit = 16u << 20;

Error folderError(const char *id, const char *text, const fs::path &folder)
{
    return failure(id, text, {{"folder", folder.string()}});
}

/// The revision that refs/main names; empty when there is no such file.
std::string mainRevision(const fs::path &cache)
{
    const auto reference = pathInFolder(cache, "refs/main");
    if (!reference)
        return {};
    std::string revision = files::read(*reference, 4096);
    revision.erase(revision.find_last_not_of(" \r\n") + 1);
    if (revision.empty() || revision.find('/') != std::string::npos)
        throw folderError(
            "model.bad_reference",
            LUTHIER_MESSAGE(
                "refs/main in {folder} names no revision; choose a folder below snapshots."),
            cache);
    return revision;
}

std::string onlyRevision(const fs::path &cache)
{
    std::error_code ignored;
    std::vector<std::string> revisions;
    for (const fs::directory_entry &entry : fs::directory_iterator(cache / "snapshots", ignored))
        revisions.push_back(entry.path().filename().string());
    if (revisions.size() != 1)
        throw folderError("model.no_main_revision",
                          LUTHIER_MESSAGE("{folder} has no refs/main that tells which revision is "
                                          "meant; choose a folder below snapshots."),
                          cache);
    return revisions.front();
}

bool isModel(const fs::path &folder)
{
    return pathInFolder(folder, "config.json") || pathInFolder(folder, "adapter_config.json");
}

/// The folder with the files: `path`, or the snapshot when it is a folder of the cache.
fs::path resolved(const fs::path &path)
{
    std::error_code error;
    if (!fs::is_directory(path, error))
        throw folderError(
            "model.no_folder",
            LUTHIER_MESSAGE("{folder} is not a folder; give the path of a model's folder."), path);
    const fs::path whole = fs::canonical(path);
    if (isModel(whole))
        return path;
    const bool inside = whole.filename() == "snapshots";
    const fs::path cache = inside ? whole.parent_path() : whole;
    if (!cache.filename().string().starts_with("models--"))
        throw folderError(
            "model.no_config",
            LUTHIER_MESSAGE(
                "{folder} has no config.json; choose the folder of a Hugging Face model."),
            path);
    std::string revision = mainRevision(cache);
    if (revision.empty())
        revision = onlyRevision(cache);
    const auto snapshot = pathInFolder(cache, "snapshots/" + revision);
    if (!snapshot || !isModel(*snapshot))
        throw failure("model.incomplete_cache",
                      LUTHIER_MESSAGE("The revision {revision} in {folder} has no config.json; "
                                      "download the model again."),
                      {{"revision", shown(revision)}, {"folder", cache.string()}});
    return *snapshot;
}

ModelFiles listFiles(const fs::path &folder)
{
    ModelFiles files;
    files.weights = weightFiles(folder);
    for (const fs::path &file : files.weights)
        files.weightBytes += fs::file_size(file);
    files.tokenizer = pathInFolder(folder, "tokenizer.json");
    files.tokenizerConfig = pathInFolder(folder, "tokenizer_config.json");
    files.specialTokens = pathInFolder(folder, "special_tokens_map.json");
    files.vocabulary = pathInFolder(folder, "vocab.txt");
    files.modules = pathInFolder(folder, "modules.json");
    files.pooling = pathInFolder(folder, "1_Pooling/config.json");
    files.adapterConfig = pathInFolder(folder, "adapter_config.json");
    files.adapterWeights = pathInFolder(folder, "adapter_model.safetensors");
    return files;
}

Json readConfig(const fs::path &path)
{
    const std::string text = files::read(path, configLimit);
    if (text.empty())
        throw failure("model.empty_config",
                      LUTHIER_MESSAGE("{file} is empty; download the model again."),
                      {{"file", path.string()}});
    Json config = parseJson(text, path.string());
    if (!config.is_object())
        throw failure(
            "model.config_no_object",
            LUTHIER_MESSAGE(
                "{file} is not a JSON object with the model's settings; download the model again."),
            {{"file", path.string()}});
    return config;
}

void collectTexts(const Json &value, std::vector<std::string> &texts)
{
    if (value.is_string())
        texts.push_back(value.get<std::string>());
    else if (value.is_structured())
        for (const Json &part : value)
            collectTexts(part, texts);
}

} // namespace

ModelFolder ModelFolder::open(const fs::path &path)
{
    ModelFolder folder;
    folder.m_path = resolved(path);
    if (const auto config = pathInFolder(folder.m_path, "config.json"))
        folder.m_config = readConfig(*config);
    folder.m_files = listFiles(folder.m_path);
    return folder;
}

const Json &ModelFolder::config() const
{
    if (isAdapter())
        throw folderError("model.adapter_alone",
                          LUTHIER_MESSAGE("{folder} holds an adapter without config.json; choose "
                                          "the model that it was trained on."),
                          m_path);
    return m_config;
}

ConfigReader ModelFolder::configReader() const
{
    return ConfigReader(config(), (m_path / "config.json").string());
}

std::vector<std::string> ModelFolder::customCode() const
{
    std::vector<std::string> classes;
    if (const auto map = m_config.find("auto_map"); m_config.is_object() && map != m_config.end())
        collectTexts(*map, classes);
    return classes;
}

void ModelFolder::refuseCustomCode() const
{
    const std::vector<std::string> classes = customCode();
    if (!classes.empty())
        throw failure(
            "model.custom_code",
            LUTHIER_MESSAGE("config.json in {folder} asks for code of its own ({code}), which is "
                            "never run; choose a model of a built-in architecture."),
            {{"folder", m_path.string()}, {"code", shown(classes.front())}});
}

} // namespace luthier
