// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runs/runs_source.h"

#include "ui/pages/run/run_state_words.h"
#include "ui/shell/run_words.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace luthier {

namespace {

constexpr const char *headers[RunsSource::columnCount]{
    QT_TRANSLATE_NOOP("RunsPage", "Name"),
    QT_TRANSLATE_NOOP("RunsPage", "Method"),
    QT_TRANSLATE_NOOP("RunsPage", "Model"),
    QT_TRANSLATE_NOOP("RunsPage", "Data"),
    QT_TRANSLATE_NOOP("RunsPage", "Status"),
    QT_TRANSLATE_NOOP("RunsPage", "Verdict"),
    QT_TRANSLATE_NOOP("RunsPage", "Validation loss"),
    QT_TRANSLATE_NOOP("RunsPage", "Best value"),
    QT_TRANSLATE_NOOP("RunsPage", "Started"),
    QT_TRANSLATE_NOOP("RunsPage", "Time"),
};

bool isRightAligned(int column)
{
    return column >= RunsSource::Best;
}

QString display(const RunSummary &run, int column)
{
    switch (column) {
    case RunsSource::Name:
        return QString::fromStdString(run.record.name);
    case RunsSource::Method:
        return methodName(run.record.method);
    case RunsSource::Model:
        return modelName(run.record);
    case RunsSource::Data:
        return dataName(run.record);
    case RunsSource::Status:
        return lookOf(run.record.state).word;
    case RunsSource::Verdict:
        return verdictWord(run);
    case RunsSource::Best:
        return run.record.bestValue ? metricText(metricKey(run.record), *run.record.bestValue)
                                    : QCoreApplication::translate("RunsPage", "none");
    case RunsSource::Created:
        return createdText(run.record);
    case RunsSource::Time:
        return run.seconds ? words::duration(*run.seconds) : QString();
    default:
        return {};
    }
}

QString toolTip(const RunSummary &run, int column)
{
    if (column == RunsSource::Best && run.record.bestValue)
        return QCoreApplication::translate("RunsPage", "%1 on the validation part, step %2")
            .arg(metricName(metricKey(run.record)), words::whole(run.record.bestStep));
    if (column == RunsSource::Verdict && run.verdict)
        return words::of(run.verdict->message);
    if (column == RunsSource::Status && run.error)
        return words::of(*run.error);
    return display(run, column);
}

/// What screen readers say of the small curve.
QString curveText(const RunSummary &run)
{
    if (run.validation.empty())
        return QCoreApplication::translate("RunsPage", "No validation yet");
    return QCoreApplication::translate("RunsPage", "Validation loss from %1 to %2 in %3 points")
        .arg(words::fixed(run.validation.front().y()), words::fixed(run.validation.back().y()),
             words::whole(qint64(run.validation.size())));
}

QVariant sortValue(const RunSummary &run, int column)
{
    switch (column) {
    case RunsSource::Curve:
    case RunsSource::Best:
        return run.record.bestValue ? QVariant(*run.record.bestValue) : QVariant();
    case RunsSource::Created:
        return QString::fromStdString(run.record.created);
    case RunsSource::Time:
        return run.seconds ? QVariant(*run.seconds) : QVariant();
    default:
        return display(run, column).toLower();
    }
}

} // namespace

QVariant RunsSource::cell(int64_t row, int column, int role) const
{
    const RunSummary &run = *m_runs[size_t(row)];
    switch (role) {
    case Qt::DisplayRole:
        return display(run, column);
    case Qt::ToolTipRole:
        return column == Curve ? curveText(run) : toolTip(run, column);
    case Qt::AccessibleTextRole:
        return column == Curve  ? curveText(run)
               : column == Best ? bestText(run.record)
                                : display(run, column);
    case Qt::TextAlignmentRole:
        return int((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case sortRole:
        return sortValue(run, column);
    default:
        return {};
    }
}

QVariant RunsSource::header(int column, int role) const
{
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return QCoreApplication::translate("RunsPage", headers[column]);
    if (role == Qt::TextAlignmentRole)
        return int((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

RowTableModel::Arrange arrangeRuns(const RunsSource &source)
{
    struct Row
    {
        QString words;
        std::vector<QVariant> values;
    };
    std::vector<Row> rows;
    for (int64_t row = 0; row < source.rows(); ++row) {
        Row entry;
        for (int column = 0; column < RunsSource::columnCount; ++column) {
            entry.words += source.cell(row, column, Qt::DisplayRole).toString() + u'\n';
            entry.values.push_back(source.cell(row, column, RunsSource::sortRole));
        }
        rows.push_back(std::move(entry));
    }
    return [rows = std::move(rows)](const RowRequest &request, std::stop_token,
                                    const ProgressHandler &) -> Result<std::vector<int64_t>> {
        std::vector<int64_t> out;
        const QString filter = request.filter.toString();
        for (size_t row = 0; row < rows.size(); ++row)
            if (filter.isEmpty() || rows[row].words.contains(filter, Qt::CaseInsensitive))
                out.push_back(int64_t(row));
        if (request.column < 0)
            return out;
        std::ranges::stable_sort(out, [&](int64_t a, int64_t b) {
            const QVariant &left = rows[size_t(a)].values[size_t(request.column)];
            const QVariant &right = rows[size_t(b)].values[size_t(request.column)];
            // Without a value: last in both directions.
            if (left.isValid() != right.isValid())
                return left.isValid();
            const QPartialOrdering order = QVariant::compare(left, right);
            return request.descending ? order == QPartialOrdering::Greater
                                      : order == QPartialOrdering::Less;
        });
        return out;
    };
}

} // namespace luthier
