// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_record.h"

#include <QObject>
#include <QString>

#include <vector>

namespace luthier {

class Jobs;

/// The workspace's runs as the window last read them; the disk is read off the window's thread.
class RunLibrary : public QObject
{
    Q_OBJECT

public:
    RunLibrary(const QString &workspace, Jobs &jobs, QObject *parent = nullptr);

    /// Newest first.
    const std::vector<RunRecord> &runs() const { return m_runs; }
    const RunRecord *find(const QString &id) const;
    /// Reads the index again; `changed` follows.
    void refresh();
    /// Moves the run's folder into the workspace's trash; refused while it trains.
    void remove(const QString &id);
    void rename(const QString &id, const QString &name);

Q_SIGNALS:
    void changed();
    void failed(const luthier::Message &message);

private:
    QString m_workspace;
    Jobs &m_jobs;
    std::vector<RunRecord> m_runs;
};

} // namespace luthier
