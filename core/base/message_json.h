// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"

namespace luthier {

/// The message that `toJson` (json.h) stored; a key that is missing stays empty.
inline Message messageFrom(const Json &json)
{
    Message out{json.value("id", ""), json.value("text", ""), {}};
    const Json values = json.value("values", Json::object());
    for (const auto &[name, value] : values.items()) {
        if (value.is_number_integer())
            out.values[name] = value.get<int64_t>();
        else if (value.is_number())
            out.values[name] = value.get<double>();
        else if (value.is_string())
            out.values[name] = value.get<std::string>();
    }
    return out;
}

} // namespace luthier
