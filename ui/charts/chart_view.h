// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace luthier {

/// What draws a ChartModel: lines by PlotView, bars by BarsView.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// As SVG.
    virtual QByteArray svg() = 0;
    virtual QImage picture(double scale) = 0;
};

} // namespace luthier
