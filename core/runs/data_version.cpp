// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/data_version.h"

#include "core/data/stop_check.h"
#include "core/data/text_folder.h"
#include "core/text/sha256.h"

#include <array>
#include <limits>

namespace luthier {

namespace fs = std::filesystem;

namespace {

struct Source
{
    const char *key;
    fs::path DatasetSettings::*file;
};

constexpr std::array sources{
    Source{"path", &DatasetSettings::path},
    Source{"train", &DatasetSettings::train},
    Source{"validation", &DatasetSettings::validation},
    Source{"test", &DatasetSettings::test},
};

std::string hashOfFolder(const fs::path &folder, const std::stop_token &stop)
{
    constexpr auto anyLength = std::numeric_limits<uint64_t>::max();
    Sha256 hash;
    for (const FolderEntry &entry : listTextFolder(folder, anyLength, stop).entries) {
        if (entry.reason)
            continue;
        heedStop(stop);
        hash.update(entry.name);
        hash.update(sha256OfFile(folder / entry.name));
    }
    return hash.hex();
}

} // namespace

Json dataVersion(const DatasetSettings &dataset, const std::stop_token &stop)
{
    Json hashes = Json::object();
    for (const Source &source : sources) {
        const fs::path &path = dataset.*source.file;
        if (!path.empty())
            hashes[source.key] =
                fs::is_directory(path) ? hashOfFolder(path, stop) : sha256OfFile(path);
    }
    return {{"sha256", hashes}, {"remedies", Json::array()}};
}

std::string changedFiles(const Json &then, const DatasetSettings &now)
{
    std::string names;
    for (const Source &source : sources) {
        const auto place = Json::json_pointer("/sha256") / source.key;
        if (then.contains(place) && now.version.contains(place) &&
            then[place] != now.version[place])
            names += (names.empty() ? "" : ", ") + (now.*source.file).filename().string();
    }
    return names;
}

} // namespace luthier
