// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/folder_path.h"

#include "core/base/error.h"
#include "core/weights/shown.h"

#include <algorithm>

namespace luthier {

namespace fs = std::filesystem;

namespace {

bool climbs(const std::string &name)
{
    const fs::path path(name);
    return name.empty() || name.find('\0') != std::string::npos || path.is_absolute() ||
           std::find(path.begin(), path.end(), "..") != path.end();
}

/// The canonical folder that no path may leave.
fs::path boundaryOf(const fs::path &folder)
{
    const fs::path snapshots = folder.parent_path();
    const fs::path cache = snapshots.parent_path();
    const bool cached =
        snapshots.filename() == "snapshots" && cache.filename().string().starts_with("models--");
    return cached ? cache : folder;
}

bool isInside(const fs::path &path, const fs::path &boundary)
{
    const auto [inPath, inBoundary] =
        std::mismatch(path.begin(), path.end(), boundary.begin(), boundary.end());
    return inBoundary == boundary.end();
}

} // namespace

std::optional<fs::path> pathInFolder(const fs::path &folder, const std::string &name)
{
    const std::map<std::string, MessageValue> values{{"name", shown(name)},
                                                     {"folder", folder.string()}};
    if (climbs(name))
        throw failure("weights.path_outside",
                      LUTHIER_MESSAGE("{name} is no path inside the folder {folder}, and no other "
                                      "is opened; put the file into the folder."),
                      values);
    const fs::path path = folder / name;
    std::error_code error;
    if (!fs::exists(fs::symlink_status(path, error)))
        return std::nullopt;
    const fs::path target = fs::canonical(path, error);
    if (error)
        throw failure("weights.broken_link",
                      LUTHIER_MESSAGE("{name} in {folder} is a link whose target cannot be found; "
                                      "download the model again."),
                      values);
    if (!isInside(target, boundaryOf(fs::canonical(folder, error))))
        throw failure("weights.link_outside",
                      LUTHIER_MESSAGE("{name} in {folder} is a link that leads out of the folder, "
                                      "and is not followed; put the file itself into the folder."),
                      values);
    return path;
}

} // namespace luthier
