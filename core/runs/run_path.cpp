// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_path.h"

#include "core/runs/setting_check.h"

namespace luthier {

namespace fs = std::filesystem;

fs::path pathSetting(const Json &value, const std::string &key, const fs::path &baseFolder)
{
    if (!value.is_string() || value.get_ref<const std::string &>().empty())
        throw failure(
            "settings.path",
            LUTHIER_MESSAGE("{key} is {value}; write the path of a file or folder in quotes."),
            {{"key", key}, {"value", shown(value)}});
    const fs::path path = (fs::absolute(baseFolder) / value.get<std::string>()).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

} // namespace luthier
