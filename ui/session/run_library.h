// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_record.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace luthier {

class Jobs;

/// The workspace's runs as the window last read them; the disk is read off the window's thread.
/// Another process that writes into the workspace's index is noticed within two seconds.
class RunLibrary : public QObject
{
    Q_OBJECT

public:
    RunLibrary(const QString &workspace, Jobs &jobs, QObject *parent = nullptr);

    /// Newest first.
    const std::vector<RunRecord> &runs() const { return m_runs; }
    /// False until the index has been read once.
    bool isRead() const { return m_isRead; }
    const RunRecord *find(const QString &id) const;
    /// By absolute folder.
    const RunRecord *findFolder(const QString &folder) const;
    /// Reads the index again; `changed` follows.
    void refresh();
    /// Moves the run's folder into the workspace's trash; refused while it trains.
    void remove(const QString &id);
    void rename(const QString &id, const QString &name);

Q_SIGNALS:
    void changed();
    void failed(const luthier::Message &message);

private:
    using Work = std::function<void()>;

    /// Changes something on the disk, then reads the index again.
    void change(const QString &key, Work work);
    void readWhenWritten();

    QString m_workspace;
    Jobs &m_jobs;
    std::vector<RunRecord> m_runs;
    bool m_isRead = false;
    QTimer m_watch;
    QString m_seen; ///< size and time of the index's files when they were last read
};

} // namespace luthier
