// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QAccessible>
#include <QImage>
#include <QPixmap>
#include <QWidget>

/// What a person would see of a widget and hear from a screen reader.
namespace luthier::looking {

void useTheme(const Theme &theme, double points = 10);
/// Shows the widget in that size, as the active window.
void open(QWidget &widget, const QSize &size);
/// Names of the widgets that show less than their text needs.
QStringList clipped(const QWidget &owner);
bool hasPixel(const QImage &image, const QRect &place, const QColor &color);
/// Whether two pixels of accent run around the widget, two pixels away from it.
bool hasRing(QWidget &window, const QWidget &widget);
/// Presses Tab until the widget has the focus.
bool tabTo(const QWidget *wanted);
/// Both side by side, in the folder that LUTHIER_PICTURES names; nothing where it is not set.
void save(const QPixmap &light, const QPixmap &dark, const QString &name);
QString spoken(QWidget *widget, QAccessible::Text part = QAccessible::Name);

} // namespace luthier::looking
