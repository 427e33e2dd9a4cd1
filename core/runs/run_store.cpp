// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_store.h"

#include "core/base/files.h"
#include "core/runs/database_schema.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_paths_file.h"
#include "core/runs/workspace_lock.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr int busyTimeout = 20000; // ms: a second process is waited for, not reported
constexpr int builtMark =
    0x4C555448; // set when the folders have been read to the end, so that a crash repeats it
constexpr const char *columns = "id, name, path, task, model, method, state, created, best_metric, "
                                "best_value, best_step, config, "
                                "(SELECT MAX(step) FROM metric WHERE metric.run = run.key)";

fs::path databaseFile(const fs::path &workspace)
{
    return workspace / "luthier.db";
}

void setUp(SQLite::Database &database)
{
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
}

bool cannotWrite(const SQLite::Exception &error)
{
    return error.getErrorCode() == SQLITE_READONLY || error.getErrorCode() == SQLITE_CANTOPEN;
}

/// Relative within the workspace, so that it can be moved as a whole.
std::string storedPath(const fs::path &workspace, const RunRecord &record)
{
    return record.id.find('@') == std::string::npos &&
                   record.folder.parent_path() == workspace / "runs"
               ? "runs/" + record.folder.filename().string()
               : record.folder.string();
}

RunState currentState(RunState stored, const fs::path &folder)
{
    if (!RunFolder::holdsRun(folder))
        return RunState::Missing;
    return stored == RunState::Running && !RunLock::isHeld(folder) ? RunState::Interrupted : stored;
}

RunRecord recordFrom(SQLite::Statement &row, const fs::path &workspace)
{
    RunRecord record;
    record.id = row.getColumn(0).getString();
    record.name = row.getColumn(1).getString();
    record.folder = (workspace / row.getColumn(2).getString()).lexically_normal();
    record.task = row.getColumn(3).getString();
    record.model = row.getColumn(4).getString();
    record.method = row.getColumn(5).getString();
    record.state = currentState(runStateFrom(row.getColumn(6).getString()), record.folder);
    record.created = row.getColumn(7).getString();
    record.bestMetric = row.getColumn(8).getString();
    if (!row.getColumn(9).isNull())
        record.bestValue = row.getColumn(9).getDouble();
    record.bestStep = row.getColumn(10).getInt64();
    record.config = Json::parse(row.getColumn(11).getString(), nullptr, false);
    record.lastStep = row.getColumn(12).getInt64();
    return record;
}

void insertMetrics(SQLite::Database &database, const std::string &id,
                   std::span<const MetricPoint> points)
{
    SQLite::Statement insert(
        database, "INSERT OR REPLACE INTO metric SELECT key, ?2, ?3, ?4 FROM run WHERE id = ?1");
    for (const MetricPoint &point : points) {
        insert.reset();
        insert.bind(1, id);
        insert.bind(2, point.name);
        insert.bind(3, point.step);
        insert.bind(4, point.value);
        insert.exec();
    }
}

} // namespace

template <typename Work>
auto RunStore::guarded(Work &&work) const
{
    try {
        return work();
    } catch (const SQLite::Exception &error) {
        throw databaseError(error);
    }
}

RunStore::RunStore(fs::path workspace) : m_workspace(fs::absolute(workspace).lexically_normal())
{
    if (!m_workspace.has_filename())
        m_workspace = m_workspace.parent_path();
    guarded([this] { open(); });
}

RunStore::~RunStore() = default;

void RunStore::open()
{
    std::error_code ignored;
    fs::create_directories(m_workspace, ignored);
    const WorkspaceLock lock(m_workspace);
    if (!lock.isHeld())
        return openInMemory();
    const fs::path file = databaseFile(m_workspace);
    try {
        m_database = std::make_unique<SQLite::Database>(
            file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busyTimeout);
        // Before the check, which must not touch what a newer version has written.
        migrate(*m_database);
        setUp(*m_database);
        if (m_database->execAndGet("PRAGMA quick_check(1)").getString() != "ok")
            throw SQLite::Exception("quick_check", SQLITE_CORRUPT);
        if (m_database->execAndGet("PRAGMA application_id").getInt() != builtMark)
            rebuild();
    } catch (const SQLite::Exception &error) {
        if (cannotWrite(error))
            openInMemory();
        else if (isDamage(error))
            moveAside();
        else
            throw;
    }
}

void RunStore::openInMemory()
{
    m_database = std::make_unique<SQLite::Database>(":memory:",
                                                    SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    setUp(*m_database);
    migrate(*m_database);
    rebuild();
    m_notices.push_back(
        {"store.read_only",
         LUTHIER_MESSAGE("{folder} cannot be written to, so its list of runs is only read."),
         {{"folder", m_workspace.string()}}});
}

void RunStore::moveAside()
{
    m_database.reset();
    const fs::path file = databaseFile(m_workspace);
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const std::string aside =
        file.string() + ".damaged-" +
        std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    files::rename(file, aside);
    std::error_code ignored;
    for (const char *suffix : {"-wal", "-shm"})
        fs::rename(file.string() + suffix, aside + suffix, ignored);
    m_database = std::make_unique<SQLite::Database>(
        file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busyTimeout);
    migrate(*m_database);
    setUp(*m_database);
    rebuild();
    m_notices.push_back({"store.rebuilt",
                         LUTHIER_MESSAGE("The list of runs was damaged and has been built again "
                                         "from the run folders; the old file is {file}."),
                         {{"file", aside}}});
}

void RunStore::write(const RunScan &scan)
{
    const RunRecord &record = scan.record;
    SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement put(*m_database,
                          "INSERT INTO run (id, name, path, task, model, method, state, created, "
                          "best_metric, best_value, best_step, config) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
                          "SET name = excluded.name, "
                          "path = excluded.path, task = excluded.task, model = excluded.model, "
                          "method = excluded.method, state = excluded.state, "
                          "best_metric = excluded.best_metric, best_value = excluded.best_value, "
                          "best_step = excluded.best_step, config = excluded.config");
    int at = 0;
    for (const std::string &text :
         {record.id, record.name, storedPath(m_workspace, record), record.task, record.model,
          record.method, std::string(word(record.state)), record.created, record.bestMetric})
        put.bind(++at, text);
    if (record.bestValue)
        put.bind(++at, *record.bestValue);
    else
        put.bind(++at);
    put.bind(++at, record.bestStep);
    put.bind(++at, record.config.dump(-1, ' ', false, Json::error_handler_t::replace));
    put.exec();
    SQLite::Statement clear(*m_database,
                            "DELETE FROM metric WHERE run = (SELECT key FROM run WHERE id = ?)");
    clear.bind(1, record.id);
    clear.exec();
    insertMetrics(*m_database, record.id, scan.metrics);
    transaction.commit();
}

std::string RunStore::enter(const RunFolder &folder)
{
    return guarded([&] {
        RunScan scan = scanRun(m_workspace, folder);
        scan.record.state = RunState::Running;
        if (scan.record.id.find('@') != std::string::npos)
            rememberPath(m_workspace, folder.path());
        write(scan);
        return scan.record.id;
    });
}

void RunStore::setState(const std::string &id, RunState state)
{
    guarded([&] {
        SQLite::Statement update(*m_database, "UPDATE run SET state = ? WHERE id = ?");
        update.bind(1, std::string(word(state)));
        update.bind(2, id);
        update.exec();
    });
}

void RunStore::setBest(const std::string &id, double value, int64_t step)
{
    guarded([&] {
        SQLite::Statement update(*m_database,
                                 "UPDATE run SET best_value = ?, best_step = ? WHERE id = ?");
        update.bind(1, value);
        update.bind(2, step);
        update.bind(3, id);
        update.exec();
    });
}

void RunStore::append(const std::string &id, std::span<const Json> events)
{
    guarded([&] {
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const Json &event : events)
            insertMetrics(*m_database, id, metricsOf(event));
        transaction.commit();
    });
}

void RunStore::forget(const std::string &id)
{
    guarded([&] {
        const auto record = find(id);
        SQLite::Statement remove(*m_database, "DELETE FROM run WHERE id = ?");
        remove.bind(1, id);
        remove.exec();
        if (record)
            forgetPath(m_workspace, record->folder);
    });
}

std::vector<RunRecord> RunStore::runs() const
{
    return guarded([&] {
        std::vector<RunRecord> out;
        SQLite::Statement select(*m_database, std::string("SELECT ") + columns +
                                                  " FROM run ORDER BY created DESC, key DESC");
        while (select.executeStep())
            out.push_back(recordFrom(select, m_workspace));
        return out;
    });
}

std::optional<RunRecord> RunStore::find(const std::string &run) const
{
    const std::vector<RunRecord> all = runs();
    const fs::path folder = fs::absolute(run).lexically_normal();
    const auto found = [&all](auto matches) -> std::optional<RunRecord> {
        const auto at = std::ranges::find_if(all, matches);
        return at == all.end() ? std::nullopt : std::optional(*at);
    };
    if (auto byId = found([&](const RunRecord &record) { return record.id == run; }))
        return byId;
    if (auto byFolder = found([&](const RunRecord &record) {
            return record.folder == folder || record.folder / "" == folder;
        }))
        return byFolder;
    return found([&](const RunRecord &record) {
        return record.name == run && record.state != RunState::Missing;
    });
}

std::vector<MetricPoint> RunStore::metrics(const std::string &id, const std::string &name) const
{
    return guarded([&] {
        std::vector<MetricPoint> out;
        SQLite::Statement select(*m_database,
                                 "SELECT step, value FROM metric JOIN run ON run.key = metric.run "
                                 "WHERE run.id = ? AND metric.name = ? ORDER BY step");
        select.bind(1, id);
        select.bind(2, name);
        while (select.executeStep())
            out.push_back({name, select.getColumn(0).getInt64(), select.getColumn(1).getDouble()});
        return out;
    });
}

void RunStore::rebuild()
{
    guarded([&] {
        std::vector<fs::path> folders = rememberedPaths(m_workspace);
        std::error_code ignored;
        for (const auto &entry : fs::directory_iterator(m_workspace / "runs", ignored))
            folders.push_back(entry.path());
        for (const fs::path &folder : folders) {
            if (!RunFolder::holdsRun(folder))
                continue;
            try {
                write(scanRun(m_workspace, RunFolder::open(folder)));
            } catch (const Error &error) {
                // One unreadable folder must not hide the others.
                m_notices.push_back(error.message);
            }
        }
        m_database->exec("PRAGMA application_id = " + std::to_string(builtMark));
    });
}

} // namespace luthier
