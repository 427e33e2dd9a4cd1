// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace luthier {

/// How far a piece of long work is; sent to the caller on the worker's thread.
struct Progress
{
    Message phase; ///< what is being done: "Reading {file}"
    int64_t done = 0;
    int64_t total = 0; ///< 0 when not known
};

using ProgressHandler = std::function<void(const Progress &)>;

} // namespace luthier
