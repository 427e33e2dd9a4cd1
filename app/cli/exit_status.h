// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace luthier {

/// What scripts rely on.
enum ExitStatus { exitDone = 0, exitFailed = 1, exitUsage = 2, exitStopped = 130 };

} // namespace luthier
