// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/runs/run_summary.h"
#include "ui/tables/row_table_model.h"

namespace luthier {

/// The rows of the list of runs.
class RunsSource : public RowSource
{
public:
    enum Column { Name, Method, Model, Data, Status, Verdict, Curve, Best, Created, Time };
    static constexpr int columnCount = Time + 1;
    /// What a column sorts by.
    static constexpr int sortRole = Qt::UserRole + 1;

    explicit RunsSource(RunSummaries runs) : m_runs(std::move(runs)) {}

    const RunSummaries &runs() const { return m_runs; }

    int64_t rows() const override { return int64_t(m_runs.size()); }
    int columns() const override { return columnCount; }
    QVariant cell(int64_t row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    RunSummaries m_runs;
};

/// Sorts, and keeps the runs in whose words the filter stands. Texts are those of the moment when
/// this is made, so that another thread needs no translation.
RowTableModel::Arrange arrangeRuns(const RunsSource &source);

} // namespace luthier
