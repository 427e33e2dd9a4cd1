// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/row_table_model.h"

#include "ui/session/jobs.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace luthier {

RowTableModel::RowTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void RowTableModel::setSource(std::shared_ptr<const RowSource> source)
{
    if (m_jobs)
        m_jobs->cancel(m_key);
    beginResetModel();
    m_source = std::move(source);
    m_rows.resize(m_source ? size_t(m_source->rows()) : 0);
    std::iota(m_rows.begin(), m_rows.end(), int64_t(0));
    const bool hadChecks = !m_checked.empty();
    m_checked.clear();
    endResetModel();
    if (hadChecks)
        Q_EMIT checkedChanged();
    if (m_request.column >= 0 || m_request.filter.isValid())
        arrange();
}

void RowTableModel::replaceSource(std::shared_ptr<const RowSource> source)
{
    const bool same = m_source && source && source->rows() == m_source->rows() &&
                      source->columns() == m_source->columns();
    if (!same) {
        setSource(std::move(source));
        return;
    }
    m_source = std::move(source);
    refreshValues();
    if (m_request.column >= 0 || m_request.filter.isValid())
        arrange();
}

void RowTableModel::setArrange(Jobs *jobs, const QString &key, Arrange arrange)
{
    m_jobs = jobs;
    m_key = key;
    m_arrange = std::move(arrange);
}

void RowTableModel::setFilter(const QVariant &filter)
{
    if (m_request.filter == filter)
        return;
    m_request.filter = filter;
    arrange();
}

void RowTableModel::sort(int column, Qt::SortOrder order)
{
    m_request.column = column < 0 ? -1 : sourceColumn(column);
    m_request.descending = order == Qt::DescendingOrder;
    arrange();
}

void RowTableModel::arrange()
{
    if (!m_source || !m_arrange || !m_jobs)
        return;
    // The source is held by the job too: the window may show another one meanwhile.
    m_jobs->start(
        Jobs::Lane::Computing, m_key, this,
        [arrange = m_arrange, request = m_request,
         source = m_source](std::stop_token stop, const ProgressHandler &onProgress) {
            return arrange(request, stop, onProgress);
        },
        [this, source = m_source](Result<std::vector<int64_t>> rows) {
            if (source != m_source)
                return;
            if (rows)
                setRows(std::move(rows.value()));
            else if (rows.error().code != Error::Code::Cancelled)
                Q_EMIT arrangeFailed(rows.error().message);
        });
}

void RowTableModel::setRows(std::vector<int64_t> rows)
{
    const int64_t count = m_source ? m_source->rows() : 0;
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](int64_t row) { return row < 0 || row >= count; }),
               rows.end());
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList old = persistentIndexList();
    const std::vector<int64_t> before = std::exchange(m_rows, std::move(rows));
    changePersistentIndexList(old, movedIndexes(old, before));
    Q_EMIT layoutChanged();
    Q_EMIT arranged();
}

QModelIndexList RowTableModel::movedIndexes(const QModelIndexList &old,
                                            const std::vector<int64_t> &before) const
{
    std::unordered_map<int64_t, int> wanted;
    for (const QModelIndex &index : old)
        wanted.emplace(before[size_t(index.row())], -1);
    if (!wanted.empty())
        for (size_t i = 0; i < m_rows.size(); ++i)
            if (const auto found = wanted.find(m_rows[i]); found != wanted.end())
                found->second = int(i);
    QModelIndexList out;
    for (const QModelIndex &index : old) {
        const int row = wanted[before[size_t(index.row())]];
        out += row < 0 ? QModelIndex() : createIndex(row, index.column());
    }
    return out;
}

int64_t RowTableModel::sourceRow(const QModelIndex &index) const
{
    const bool known = index.isValid() && size_t(index.row()) < m_rows.size();
    return known ? m_rows[size_t(index.row())] : -1;
}

QModelIndex RowTableModel::indexOfSource(int64_t row) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), row);
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()), 0);
}

void RowTableModel::refreshValues()
{
    if (!m_rows.empty() && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RowTableModel::setCheckable(bool checkable)
{
    if (m_checkable == checkable)
        return;
    beginResetModel();
    m_checkable = checkable;
    endResetModel();
}

void RowTableModel::setChecked(int64_t row, bool checked)
{
    const bool full = m_mostChecked > 0 && m_checked.size() >= size_t(m_mostChecked);
    if (m_checked.contains(row) == checked || (checked && full))
        return;
    if (checked)
        m_checked.insert(row);
    else
        m_checked.erase(row);
    if (const QModelIndex at = indexOfSource(row); at.isValid() && m_checkable)
        Q_EMIT dataChanged(at, at, {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}

int RowTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min<size_t>(m_rows.size(), INT_MAX));
}

int RowTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_source ? 0 : m_source->columns() + (m_checkable ? 1 : 0);
}

QVariant RowTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int64_t row = m_rows[size_t(index.row())];
    const int column = sourceColumn(index.column());
    if (column >= 0)
        return m_source->cell(row, column, role);
    if (role == Qt::CheckStateRole)
        return m_checked.contains(row) ? Qt::Checked : Qt::Unchecked;
    // A check box without words is named after its row.
    if (role == Qt::AccessibleTextRole || role == Qt::AccessibleDescriptionRole)
        return m_source->cell(row, 0, Qt::DisplayRole);
    return {};
}

bool RowTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole ||
        sourceColumn(index.column()) >= 0)
        return false;
    const int64_t row = m_rows[size_t(index.row())];
    const bool checked = value.toInt() == Qt::Checked;
    setChecked(row, checked);
    return m_checked.contains(row) == checked;
}

QVariant RowTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_source || section < 0 || section >= columnCount())
        return {};
    const int column = sourceColumn(section);
    return column >= 0 ? m_source->header(column, role) : QVariant();
}

Qt::ItemFlags RowTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return sourceColumn(index.column()) < 0 ? base | Qt::ItemIsUserCheckable : base;
}

} // namespace luthier
