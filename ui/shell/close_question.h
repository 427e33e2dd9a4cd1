// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

class QWidget;

namespace luthier {

/// "Save and close. It continues from step {next} next time." True: save and close.
bool savesAndCloses(QWidget *window, int64_t next);
/// Asked while a run is being prepared and there is nothing to save yet. True: close.
bool closesWithoutRun(QWidget *window);

} // namespace luthier
