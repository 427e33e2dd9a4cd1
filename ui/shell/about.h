// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace luthier {

/// Version, licence, and what the program is built on.
void showAbout(QWidget *window);

} // namespace luthier
