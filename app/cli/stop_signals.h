// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace luthier {

/// Blocks SIGINT, SIGTERM and SIGHUP in this thread and all that it starts; the first of them
/// requests a stop through the returned source, a second SIGINT ends the program at once with
/// status 130. A signal that the caller ignores (nohup) stays ignored. Call once, before any other
/// thread exists.
std::stop_source stopOnSignals();

} // namespace luthier
