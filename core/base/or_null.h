// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <optional>

namespace luthier {

/// The number, or null where there is none.
inline Json orNull(const std::optional<double> &number)
{
    return number ? Json(*number) : Json();
}

} // namespace luthier
