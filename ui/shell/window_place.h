// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QWidget;

namespace luthier {

class ViewState;

/// `window` made no larger than `available` and moved into it.
QRect broughtIn(const QRect &window, const QRect &available);

/// Gives `window` the place that it had last time, or `usual` in the screen's middle; never larger
/// than its screen.
void restorePlace(QWidget *window, const ViewState &view, const QSize &usual);
void storePlace(const QWidget *window, ViewState &view);

} // namespace luthier
