// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <c10/util/Exception.h>

namespace luthier {

/// As the standard library would throw it: memory that is not there as std::bad_alloc, anything
/// else without the list of its callers.
[[noreturn]] void throwPlain(const c10::Error &error);

/// As guarded; LibTorch's errors too become an Error of one sentence.
template <typename Work>
auto guardedTorch(Work &&work) -> Result<decltype(work())>
{
    return guarded([&] {
        try {
            return work();
        } catch (const c10::Error &error) {
            throwPlain(error);
        }
    });
}

/// Runs `work`; whatever it throws, LibTorch's errors too, leaves as an Error of one sentence.
template <typename Work>
auto withErrors(Work &&work) -> decltype(work())
{
    auto result = guardedTorch(work);
    if (!result)
        throw result.error();
    return std::move(result.value());
}

} // namespace luthier
