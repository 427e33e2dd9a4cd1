// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionToolButton;
class QWidget;

/// The drawing behind Style, one function a kind of control.
namespace luthier::paint {

/// A rounded rectangle whose border lies inside `rect`; an invalid colour draws no border or
/// ground.
void panel(QPainter &painter, const QRectF &rect, double radius, const QColor &ground,
           const QColor &border, double width = Theme::current().borderWidth());
/// Lines from top right to bottom left, for what colour alone must not say.
void hatch(QPainter &painter, const QRectF &rect, double radius, const QColor &color);

bool hasRole(const QWidget *widget, const char *role);

void buttonPanel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void field(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget);
void spinArrows(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
                const QRect &down);
void checkMark(QPainter &painter, const QStyleOption &option);
void radioMark(QPainter &painter, const QStyleOption &option);
void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove,
            const QRect &handle);
/// A bar `share` full (0 to 1), from the right where mirrored; hatched instead of filled where
/// paused.
void progress(QPainter &painter, const QRectF &track, double share, bool mirrored,
              bool paused = false);
void headerSection(QPainter &painter, const QStyleOptionHeader &option);

} // namespace luthier::paint
