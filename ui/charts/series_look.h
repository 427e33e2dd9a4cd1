// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_model.h"
#include "ui/shell/theme.h"

#include <QPainterPath>
#include <QPen>

class QPainter;

namespace luthier {

/// How a series is drawn, from the theme of now.
struct SeriesLook
{
    QColor color;
    QColor textColor; ///< of the value at the line's end
    QPen line;        ///< no pen: markers only
    QPen faint;       ///< of the raw line below; opaque, blended with the ground
    Theme::Marker marker = Theme::Marker::Circle;
    bool hasMarkers = false;
};

SeriesLook lookOf(const ChartModel::Series &series);

/// The marker around 0, 0.
QPainterPath markerPath(Theme::Marker marker, double radius);
/// A star of five points around 0, 0.
QPainterPath starPath(double radius);
/// Filled with the ground's colour, so that the line does not shine through.
void drawPoint(QPainter &painter, const QPointF &at, Theme::Marker marker, double radius,
               const QColor &color);
void drawStar(QPainter &painter, const QPointF &at, double radius, const QColor &color);
/// Line and marker, as the legend shows them.
void drawSwatch(QPainter &painter, const QRectF &rect, const SeriesLook &look);
/// Colour of the area between two curves.
QColor bandColor();

/// Pixels at 10 points and 100 % in the font of now.
double scaled(double pixels);

} // namespace luthier
