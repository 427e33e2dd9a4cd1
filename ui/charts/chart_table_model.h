// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace luthier {

/// The numbers of a chart: x and one column a series. Holds only the rows' x, so that a million
/// points are cheap.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ChartTableModel(const ChartModel &model, QObject *parent = nullptr);

    /// While switched off, changes of the chart cost nothing.
    void setActive(bool active);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void queue();
    void read();

    const ChartModel &m_model;
    std::vector<double> m_x;
    int m_columns = 0;
    QTimer m_later;
    bool m_active = false;
};

} // namespace luthier
