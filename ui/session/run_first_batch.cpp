// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_first_batch.h"

#include "core/train/continue_run.h"
#include "ui/session/jobs.h"
#include "ui/session/run_document.h"

namespace luthier {

RunFirstBatch::RunFirstBatch(const AppContext &context, const RunDocument &run, QObject *parent)
    : QObject(parent), m_context(context), m_run(run),
      m_key(QStringLiteral("run/firstBatch/%1").arg(quintptr(this)))
{
    connect(&run, &RunDocument::opened, this, &RunFirstBatch::refresh);
    connect(&run, &RunDocument::grew, this, &RunFirstBatch::refresh);
}

void RunFirstBatch::refresh()
{
    if (m_of != m_run.folder()) {
        m_context.jobs.cancel(m_key);
        m_of.clear();
        take({});
    }
    const Json &start = m_run.history().start();
    const FirstBatchOptions options{.max_length = json::whole(start, "max_length"),
                                    .train_rows = json::whole(json::part(start, "rows"), "train")};
    const bool isKnown = options.max_length > 0 && options.train_rows > 0;
    if (isKnown && m_of.isEmpty() && !m_run.folder().isEmpty())
        read(options);
}

void RunFirstBatch::read(const FirstBatchOptions &options)
{
    m_of = m_run.folder();
    m_context.jobs.start(
        Jobs::Lane::Computing, m_key, this,
        [workspace = m_context.workspace.toStdString(), folder = m_of.toStdString(),
         options](std::stop_token stop, const ProgressHandler &) -> Result<FirstBatch> {
            const Result<TrainRequest> plan = requestToContinue(workspace, folder);
            if (!plan)
                return plan.error();
            return firstBatch(plan.value().config, options, stop);
        },
        [this](Result<FirstBatch> batch) {
            // A run whose data or model is gone has no first batch; its curves stay.
            take(batch ? std::move(batch.value()) : FirstBatch());
        });
}

void RunFirstBatch::take(FirstBatch batch)
{
    if (m_batch.rows.empty() && batch.rows.empty())
        return;
    m_batch = std::move(batch);
    Q_EMIT changed();
}

} // namespace luthier
