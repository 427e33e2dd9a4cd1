// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace luthier {

/// The folder of one run: all that is known of the run is in it.
class RunFolder
{
public:
    /// A folder that holds a run. Throws an Error when it holds none.
    static RunFolder open(const std::filesystem::path &folder);
    /// A new folder `<workspace>/runs/<name>-<date>-<time>-<random>`, made in one step: two
    /// processes never get the same one.
    static RunFolder create(const std::filesystem::path &workspace, const std::string &name);
    /// A folder that the user names. Throws an Error when it holds a run already or anything else.
    static RunFolder createAt(const std::filesystem::path &folder);
    /// True when `folder` holds a run.json.
    static bool holdsRun(const std::filesystem::path &folder);

    const std::filesystem::path &path() const { return m_path; }
    std::string id() const { return m_path.filename().string(); }

    std::filesystem::path config() const { return m_path / "run.json"; }
    std::filesystem::path events() const { return m_path / "events.jsonl"; }
    std::filesystem::path trainerState() const { return m_path / "trainer_state.json"; }
    std::filesystem::path log() const { return m_path / "log.txt"; }
    std::filesystem::path best() const { return m_path / "best"; }
    std::filesystem::path final() const { return m_path / "final"; }
    std::filesystem::path checkpoint(int64_t step) const;

    /// Writes run.json, the whole plan. Replaces an older one (the run fills in what it has
    /// computed).
    void writeConfig(const Json &config) const;
    Json readConfig() const;

private:
    explicit RunFolder(std::filesystem::path path) : m_path(std::move(path)) {}

    std::filesystem::path m_path;
};

} // namespace luthier
