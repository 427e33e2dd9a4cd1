// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"

#include <QWidget>

namespace luthier {

/// Names of a chart's series with line and marker, of its star and its areas; wraps into rows.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(const ChartModel &model, QWidget *parent = nullptr);

    /// Name beside the star; empty: no entry. Shown while the chart has a best step.
    void setBestName(const QString &name);
    bool isEmpty() const { return entries().empty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        QString name;
        int series = -1; ///< -1: the star, -2: an area
    };

    std::vector<Entry> entries() const;
    /// Calls `each(entry, left, row)`; returns the number of rows.
    template <typename Each>
    int layOut(int width, Each each) const;
    double entryWidth(const Entry &entry) const;
    double rowHeight() const;

    const ChartModel &m_model;
    QString m_best;
};

} // namespace luthier
