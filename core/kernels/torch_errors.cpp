// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/torch_errors.h"

#include <stdexcept>

namespace luthier {

void throwPlain(const c10::Error &error)
{
    const std::string what = error.what_without_backtrace();
    // The allocator has no type of its own for this (c10/core/impl/alloc_cpu.cpp).
    if (what.find("can't allocate memory") != std::string::npos)
        throw std::bad_alloc();
    throw std::runtime_error(what);
}

} // namespace luthier
