// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace luthier {

/// With QT_LOGGING_RULES="luthier.start=true": logs how long after the process's start this was
/// called and the window was first painted, in milliseconds.
void reportFirstPaint(QWidget *window);

} // namespace luthier
