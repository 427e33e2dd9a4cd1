// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/first_batch.h"
#include "ui/session/app_context.h"

#include <QObject>

namespace luthier {

class RunDocument;

/// What a run learned from first, read off the window's thread from its data.
class RunFirstBatch : public QObject
{
    Q_OBJECT

public:
    RunFirstBatch(const AppContext &context, const RunDocument &run, QObject *parent = nullptr);

    /// Without rows before it is read, and where data or model are gone.
    const FirstBatch &batch() const { return m_batch; }

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void read(const FirstBatchOptions &options);
    void take(FirstBatch batch);

    const AppContext m_context;
    const RunDocument &m_run;
    QString m_key; ///< of its job
    QString m_of;  ///< the run's folder; empty: nothing was asked for
    FirstBatch m_batch;
};

} // namespace luthier
