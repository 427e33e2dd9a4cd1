// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

class QPainter;

namespace luthier {

/// A series' marker around `center`; `ground` fills what is not inked.
void drawMarker(QPainter &painter, Theme::Marker marker, const QPointF &center, double radius,
                const QColor &color, const QColor &ground);

/// A piece of a series for legends: line with dash and marker, as the charts draw it.
class SeriesSwatch : public QWidget
{
    Q_OBJECT

public:
    /// `number` as in Theme::series.
    explicit SeriesSwatch(int number, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
};

} // namespace luthier
