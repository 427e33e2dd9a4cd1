// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/runs/runs_source.h"

#include <QStyledItemDelegate>

namespace luthier {

/// Draws state badges, verdicts with their icon, and small curves in the list of runs.
class RunsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RunsDelegate(const RowTableModel &model, QObject *parent = nullptr)
        : QStyledItemDelegate(parent), m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const RunSummary *runAt(const QModelIndex &index) const;

    const RowTableModel &m_model;
};

/// Validation loss over the steps with a star at the best one.
void drawSparkline(QPainter &painter, const QRectF &rect, const RunSummary &run);

} // namespace luthier
