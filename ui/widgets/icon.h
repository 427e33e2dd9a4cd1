// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QIcon>

class QPainter;

namespace luthier {

/// An icon of resources/icons ("check", "warning", "chevron-down"), tinted from the theme at each
/// drawing: text colour, disabled colour, on-accent where selected; sharp at every scale. `size`:
/// the side in pixels at 10 points and 100 %. An unknown name gives an empty icon and a warning.
QIcon icon(const QString &name, int size = 18);
/// The same in one colour of the theme for all states but disabled.
QIcon icon(const QString &name, Theme::Token color, int size = 18);

/// Draws an icon of that name into `rect` (its largest centred square).
void drawIcon(QPainter &painter, const QString &name, const QRectF &rect, const QColor &color);

/// `pixels` at 10 points and 100 % in the application's font.
int iconSize(int pixels);

} // namespace luthier
