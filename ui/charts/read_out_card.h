// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_text.h"

#include <QWidget>

namespace luthier {

/// Lies over a plot: the line and the points that are read, and a card with their values. Takes no
/// mouse.
class ReadOutCard : public QWidget
{
    Q_OBJECT

public:
    explicit ReadOutCard(QWidget *parent);

    /// `line`: the place in pixels; `dots`: the points that are read, with their series' look.
    void setReadOut(const ChartModel &model, std::vector<ReadOutLine> lines, double line,
                    std::vector<std::pair<QPointF, int>> dots);
    /// Of the plot, where the line ends.
    void setArea(const QRectF &area) { m_area = area; }
    /// What the card says, line by line.
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF cardRect() const;
    void paintCard(QPainter &painter) const;

    const ChartModel *m_model = nullptr;
    std::vector<ReadOutLine> m_lines;
    std::vector<std::pair<QPointF, int>> m_dots;
    QRectF m_area;
    double m_line = 0;
};

} // namespace luthier
