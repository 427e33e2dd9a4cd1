// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/manifest.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/text/sha256.h"

#include <map>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr int manifestSchema = 1;
constexpr uint64_t manifestLimit = uint64_t(16) << 20;

Message fault(const char *id, const char *text, const fs::path &folder,
              const std::string &file = {})
{
    return {id, text, {{"folder", folder.filename().string()}, {"file", file}}};
}

/// Sizes by relative path, sorted. Throws an Error for what is neither file nor folder: a link
/// could lead anywhere.
std::map<std::string, uint64_t> filesIn(const fs::path &folder)
{
    std::map<std::string, uint64_t> out;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).string();
        const fs::file_type type = entry.symlink_status().type();
        if (type == fs::file_type::regular)
            out[name] = entry.file_size();
        else if (type != fs::file_type::directory)
            throw Error(fault("checkpoint.no_plain_file",
                              LUTHIER_MESSAGE("{folder} holds {file}, which is no plain file."),
                              folder, name));
    }
    return out;
}

void syncAll(const fs::path &folder)
{
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_directory())
            files::syncFolder(entry.path());
        else
            files::syncFile(entry.path());
    }
}

bool isEntry(const Json &entry)
{
    const auto has = [&entry](const char *key, auto test) {
        const auto found = entry.find(key);
        return found != entry.end() && test(*found);
    };
    return entry.is_object() && has("size", [](const Json &v) { return v.is_number_unsigned(); }) &&
           has("sha256", [](const Json &v) { return v.is_string(); });
}

std::optional<Message> namesAndSizes(const fs::path &folder, const Json &listed)
{
    std::map<std::string, uint64_t> there = filesIn(folder);
    there.erase(manifestName);
    for (const auto &[name, entry] : listed.items()) {
        const auto found = there.find(name);
        if (found == there.end())
            return fault("checkpoint.missing_file",
                         LUTHIER_MESSAGE("{folder} lacks its file {file}."), folder, name);
        if (found->second != entry["size"].get<uint64_t>())
            return Message{
                "checkpoint.wrong_size",
                LUTHIER_MESSAGE("{file} in {folder} has {size} bytes instead of {expected}."),
                {{"folder", folder.filename().string()},
                 {"file", name},
                 {"size", int64_t(found->second)},
                 {"expected", entry["size"].get<int64_t>()}}};
        there.erase(found);
    }
    if (!there.empty())
        return fault("checkpoint.extra_file",
                     LUTHIER_MESSAGE("{folder} holds {file}, which does not belong to it."), folder,
                     there.begin()->first);
    return std::nullopt;
}

std::optional<Message> contents(const fs::path &folder, const Json &listed)
{
    for (const auto &[name, entry] : listed.items())
        if (sha256OfFile(folder / name) != entry["sha256"].get_ref<const std::string &>())
            return fault("checkpoint.changed_file",
                         LUTHIER_MESSAGE(
                             "{file} in {folder} is damaged: its content is not what was saved."),
                         folder, name);
    return std::nullopt;
}

std::optional<Message> check(const fs::path &folder, bool withContent)
{
    try {
        const Json manifest = readManifest(folder);
        if (auto wrong = namesAndSizes(folder, manifest["files"]))
            return wrong;
        return withContent ? contents(folder, manifest["files"]) : std::nullopt;
    } catch (const Error &error) {
        return error.message;
    } catch (const fs::filesystem_error &error) {
        return Message{
            "checkpoint.unreadable",
            LUTHIER_MESSAGE("{folder} cannot be read: {reason}."),
            {{"folder", folder.filename().string()}, {"reason", error.code().message()}}};
    }
}

} // namespace

void writeManifest(const fs::path &folder, const Json &about)
{
    Json manifest{{"schema", manifestSchema}};
    manifest.update(about);
    manifest["files"] = Json::object();
    for (const auto &[name, size] : filesIn(folder))
        manifest["files"][name] = {{"size", size}, {"sha256", sha256OfFile(folder / name)}};
    syncAll(folder);
    writeJson(folder / manifestName, manifest);
}

Json readManifest(const fs::path &folder)
{
    const fs::path file = folder / manifestName;
    if (!fs::exists(file))
        throw Error(fault("checkpoint.no_manifest",
                          LUTHIER_MESSAGE("{folder} was not saved to its end: {file} is missing."),
                          folder, manifestName));
    const Json manifest = readJson(file, manifestLimit);
    const Error damaged(fault("checkpoint.bad_manifest",
                              LUTHIER_MESSAGE("{file} in {folder} is damaged."), folder,
                              manifestName));
    if (!manifest.is_object() || !manifest.contains("schema") || !manifest.contains("files") ||
        !manifest["files"].is_object())
        throw damaged;
    if (manifest["schema"].is_number_integer() && manifest["schema"] > manifestSchema)
        throw Error(fault(
            "checkpoint.newer",
            LUTHIER_MESSAGE("{folder} was saved by a newer version of Luthier; update this one."),
            folder));
    if (manifest["schema"] != manifestSchema)
        throw damaged;
    for (const auto &[name, entry] : manifest["files"].items())
        if (!isEntry(entry))
            throw damaged;
    return manifest;
}

std::optional<Message> manifestFault(const fs::path &folder)
{
    return check(folder, true);
}

std::optional<Message> manifestFaultQuickly(const fs::path &folder)
{
    return check(folder, false);
}

} // namespace luthier
