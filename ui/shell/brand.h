// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace luthier {

/// The program's mark: the sound hole of a violin, which is also a curve that falls and rises.
/// In the colours of the current theme.
QPixmap brandMark(int side, qreal devicePixelRatio);
/// The same as the window's icon.
QIcon brandIcon();

} // namespace luthier
