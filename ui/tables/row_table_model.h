// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/tables/row_source.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace luthier {

class Jobs;

/// How the rows are to be ordered and which are to be seen.
struct RowRequest
{
    int column = -1; ///< -1: the source's own order
    bool descending = false;
    QVariant filter{}; ///< whatever the owner filters by
};

/// A table over rows in an order of its own: a vector of row numbers that is computed off the
/// window's thread and swapped in. Nothing is copied, so a million rows cost their numbers only.
/// Selection and current cell stay on their rows.
class RowTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The rows to be shown, in order, from all of the source. Runs on another thread.
    using Arrange = std::function<Result<std::vector<int64_t>>(const RowRequest &, std::stop_token,
                                                               const ProgressHandler &)>;

    explicit RowTableModel(QObject *parent = nullptr);

    /// Another source; all its rows in its own order, nothing ticked.
    void setSource(std::shared_ptr<const RowSource> source);
    /// The same rows with other values: order, ticks and selection stay. Another number of rows is
    /// another source.
    void replaceSource(std::shared_ptr<const RowSource> source);
    const RowSource *source() const { return m_source.get(); }
    /// Who orders and filters; `key` names the job, so that a newer request replaces an older one.
    void setArrange(Jobs *jobs, const QString &key, Arrange arrange);
    void setFilter(const QVariant &filter);
    RowRequest request() const { return m_request; }
    /// Computes the order again: the source's values have changed.
    void arrange();
    /// Swaps in an order that was computed elsewhere.
    void setRows(std::vector<int64_t> rows);
    const std::vector<int64_t> &shownRows() const { return m_rows; }

    /// Column number in the source; -1 for the check boxes.
    int sourceColumn(int column) const { return column - (m_checkable ? 1 : 0); }
    /// Row number in the source; -1 for an invalid index.
    int64_t sourceRow(const QModelIndex &index) const;
    /// Where a row of the source is shown, in the first column; invalid when it is not.
    QModelIndex indexOfSource(int64_t row) const;
    /// The same source rows have other values.
    void refreshValues();

    /// A first column with a check box; off at first.
    void setCheckable(bool checkable);
    const std::set<int64_t> &checkedRows() const { return m_checked; }
    void setChecked(int64_t sourceRow, bool checked);
    /// At most so many may be ticked; further ticks are refused.
    void setMostChecked(int most) { m_mostChecked = most; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void checkedChanged();
    /// A new order is in place.
    void arranged();
    void arrangeFailed(const luthier::Message &message);

private:
    QModelIndexList movedIndexes(const QModelIndexList &old,
                                 const std::vector<int64_t> &before) const;

    std::shared_ptr<const RowSource> m_source;
    std::vector<int64_t> m_rows;
    RowRequest m_request;
    Jobs *m_jobs = nullptr;
    QString m_key;
    Arrange m_arrange;
    bool m_checkable = false;
    std::set<int64_t> m_checked;
    int m_mostChecked = 0; ///< 0: any number
};

} // namespace luthier
