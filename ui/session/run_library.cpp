// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_library.h"

#include "core/runs/run_store.h"
#include "core/runs/trash.h"
#include "ui/session/jobs.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace luthier {

namespace {

constexpr int watchEvery = 2000; // ms

std::filesystem::path pathOf(const QString &text)
{
    return text.toStdString();
}

/// What changes when a process writes into the index.
QString stateOfIndex(const QString &workspace)
{
    QString state;
    for (const char *name : {"luthier.db", "luthier.db-wal"}) {
        const QFileInfo file(QDir(workspace).filePath(QLatin1String(name)));
        if (file.exists() && file.size() > 0)
            state += QStringLiteral("%1 %2 ")
                         .arg(file.size())
                         .arg(file.lastModified().toMSecsSinceEpoch());
    }
    return state;
}

void renameRun(const std::filesystem::path &workspace, const RunRecord &record,
               const std::string &name)
{
    const RunFolder folder = RunFolder::open(record.folder);
    Json config = folder.readConfig();
    config["name"] = name;
    folder.writeConfig(config);
    RunStore store(workspace);
    store.enter(folder);
    store.setState(record.id, record.state);
}

} // namespace

RunLibrary::RunLibrary(const QString &workspace, Jobs &jobs, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_jobs(jobs)
{
    connect(&m_watch, &QTimer::timeout, this, &RunLibrary::readWhenWritten);
    m_watch.start(watchEvery);
}

const RunRecord *RunLibrary::find(const QString &id) const
{
    const auto found = std::ranges::find(m_runs, id.toStdString(), &RunRecord::id);
    return found == m_runs.end() ? nullptr : &*found;
}

const RunRecord *RunLibrary::findFolder(const QString &folder) const
{
    const auto found = std::ranges::find(m_runs, pathOf(folder), &RunRecord::folder);
    return found == m_runs.end() ? nullptr : &*found;
}

void RunLibrary::readWhenWritten()
{
    if (m_isRead && stateOfIndex(m_workspace) != m_seen)
        refresh();
}

void RunLibrary::refresh()
{
    change(QStringLiteral("runs"), [] {});
}

void RunLibrary::change(const QString &key, Work work)
{
    struct Reading
    {
        std::vector<RunRecord> runs;
        QString state;
    };
    m_jobs.start(
        Jobs::Lane::Files, key, this,
        [workspace = m_workspace, work = std::move(work)](std::stop_token,
                                                          const ProgressHandler &) {
            return guarded([&] {
                work();
                Reading reading;
                reading.runs = RunStore(pathOf(workspace)).runs();
                // The index is closed by now: what it has tidied up counts as seen.
                reading.state = stateOfIndex(workspace);
                return reading;
            });
        },
        [this](const Result<Reading> &reading) {
            if (!reading) {
                Q_EMIT failed(reading.error().message);
                return;
            }
            m_runs = reading.value().runs;
            m_seen = reading.value().state;
            m_isRead = true;
            Q_EMIT changed();
        });
}

void RunLibrary::remove(const QString &id)
{
    const RunRecord *record = find(id);
    if (!record)
        return;
    change(QStringLiteral("runs/remove/") + id, [workspace = m_workspace, run = *record] {
        if (RunFolder::holdsRun(run.folder))
            moveToTrash(pathOf(workspace), RunFolder::open(run.folder));
        else
            RunStore(pathOf(workspace)).forget(run.id);
    });
}

void RunLibrary::rename(const QString &id, const QString &name)
{
    const RunRecord *record = find(id);
    if (!record)
        return;
    change(QStringLiteral("runs/rename/") + id,
           [workspace = m_workspace, run = *record, name = name.trimmed().toStdString()] {
               renameRun(pathOf(workspace), run, name);
           });
}

} // namespace luthier
