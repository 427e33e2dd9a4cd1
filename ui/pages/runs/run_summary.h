// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runs/run_record.h"
#include "ui/session/run_history.h"
#include "ui/shell/theme.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace luthier {

/// One run of the list with what its events say.
struct RunSummary
{
    RunRecord record;
    std::vector<QPointF> loss, validation; ///< x: step; y may be NaN
    std::optional<RunVerdict> verdict{};
    std::optional<Message> error{};
    std::optional<double> bestAccuracy{}; ///< at the best step
    std::optional<double> seconds{};      ///< of training; nothing while it was not measured
    int64_t trainable = 0;                ///< weights that learn; 0: not known

    QString id() const { return QString::fromStdString(record.id); }
};

using RunSummaries = std::vector<std::shared_ptr<const RunSummary>>;

/// Reads the events of each run; one in `known` that has not changed since is taken from there.
RunSummaries summarize(const std::vector<RunRecord> &records, const RunSummaries &known,
                       std::stop_token stop);

/// "Base model", "Data file" of run.json: the last part of the path.
QString modelName(const RunRecord &record);
QString dataName(const RunRecord &record);
/// A run's metric by which the best step is chosen, as the evaluations name it: "eval_loss".
std::string metricKey(const RunRecord &record);
/// "Overfitting", "Healthy", "Diverged"; empty before the first verdict.
QString verdictWord(const RunSummary &run);
/// Name of the icon that goes with it.
QString verdictIcon(const RunSummary &run);
Theme::Token verdictColor(const RunSummary &run);
/// Local time, short; today: only the hour.
QString createdText(const RunRecord &record);
/// "0.0612 at step 350"; empty before the first validation.
QString bestText(const RunRecord &record);

} // namespace luthier
