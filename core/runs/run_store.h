// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/runs/run_record.h"

#include <memory>
#include <span>

namespace SQLite {
class Database;
}

namespace luthier {

/// luthier.db in the workspace: an index of all runs and their numbers. The run folders are the
/// truth: a lost or damaged file is built again from them. Several processes may use one workspace
/// at once; an object belongs to the thread that made it. Every function throws an Error of one
/// sentence when the file cannot be used.
class RunStore
{
public:
    /// Opens or makes the index. Throws an Error when a newer version of the program has written
    /// it. A damaged file is moved aside; in a workspace that cannot be written to the index is
    /// kept in memory.
    explicit RunStore(std::filesystem::path workspace);
    ~RunStore();
    RunStore(const RunStore &) = delete;
    RunStore &operator=(const RunStore &) = delete;

    /// What the user should know of the opening: built anew, moved aside, read-only.
    const std::vector<Message> &notices() const { return m_notices; }

    /// Enters a run that starts or goes on: its numbers are read from its folder again. A folder
    /// outside the workspace is remembered in runs/elsewhere.jsonl. Returns the run's id.
    std::string enter(const RunFolder &folder);
    void setState(const std::string &id, RunState state);
    void setBest(const std::string &id, double value, int64_t step);
    /// Adds the numbers of these events, all or none.
    void append(const std::string &id, std::span<const Json> events);
    /// Takes a run out of the list (not from the disk).
    void forget(const std::string &id);

    /// All runs, newest first. One that is entered as running but whose process is gone is
    /// Interrupted.
    std::vector<RunRecord> runs() const;
    /// By id, by folder or by name (the newest of that name).
    std::optional<RunRecord> find(const std::string &run) const;
    /// One metric of a run, by step.
    std::vector<MetricPoint> metrics(const std::string &id, const std::string &name) const;

    /// Reads all run folders again.
    void rebuild();

private:
    void open();
    void openInMemory();
    void moveAside();
    void write(const RunScan &scan);
    template <typename Work>
    auto guarded(Work &&work) const;

    std::filesystem::path m_workspace;
    std::unique_ptr<SQLite::Database> m_database;
    std::vector<Message> m_notices;
};

} // namespace luthier
