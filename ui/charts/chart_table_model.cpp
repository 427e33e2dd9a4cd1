// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_table_model.h"

#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_text.h"

#include <algorithm>

namespace luthier {

ChartTableModel::ChartTableModel(const ChartModel &model, QObject *parent)
    : QAbstractTableModel(parent), m_model(model)
{
    constexpr int readEvery = 500;
    m_later.setSingleShot(true);
    m_later.setInterval(readEvery);
    connect(&m_later, &QTimer::timeout, this, &ChartTableModel::read);
    // Columns may have gone with the change: cells asked for meanwhile must not look for them.
    connect(&model, &ChartModel::changed, this, [this] {
        if (m_active)
            read();
    });
    connect(&model, &ChartModel::appended, this, &ChartTableModel::queue);
}

void ChartTableModel::setActive(bool active)
{
    m_active = active;
    read();
}

void ChartTableModel::queue()
{
    if (m_active && !m_later.isActive())
        m_later.start();
}

void ChartTableModel::read()
{
    std::vector<double> rows = m_active ? allX(m_model) : std::vector<double>();
    const int columns = m_active ? 1 + int(m_model.series().size()) : 0;
    const bool grown = columns == m_columns && rows.size() >= m_x.size() &&
                       std::equal(m_x.begin(), m_x.end(), rows.begin());
    if (!grown) {
        beginResetModel();
        m_x = std::move(rows);
        m_columns = columns;
        endResetModel();
        return;
    }
    if (rows.size() > m_x.size()) {
        beginInsertRows({}, int(m_x.size()), int(rows.size()) - 1);
        m_x = std::move(rows);
        endInsertRows();
    }
    if (!m_x.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_x.size()) - 1, m_columns - 1));
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_x.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const double x = m_x[size_t(index.row())];
    if (index.column() == 0)
        return valueText(x, m_model.x().percent);
    const size_t column = size_t(index.column() - 1);
    if (column >= m_model.series().size())
        return {};
    const ChartModel::Series &series = m_model.series()[column];
    const auto at =
        std::lower_bound(series.points.begin(), series.points.end(), x,
                         [](const QPointF &point, double value) { return point.x() < value; });
    if (at == series.points.end() || at->x() != x)
        return {};
    return valueText(at->y(), m_model.y().percent && series.look != ChartModel::Look::ReadOutOnly);
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return m_model.x().title;
    const size_t column = size_t(section - 1);
    return column < m_model.series().size() ? m_model.series()[column].name : QString();
}

} // namespace luthier
