// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace luthier {

/// Blocks SIGINT, SIGTERM and SIGHUP in this thread and all that it starts; the first of them
/// requests a stop through the returned source, a later SIGINT ends the program at once with status
/// 130. One that follows within 0.3 s does not: timeout(1), make and the like pass on a Ctrl-C that
/// the program has from the terminal already. A signal that the caller ignores (nohup) stays
/// ignored. Call once, before any other thread exists.
std::stop_source stopOnSignals();

} // namespace luthier
