// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <limits>

/// Values of files that may come from anywhere: what is missing or of another type is `otherwise`.
namespace luthier::json {

inline double number(const Json &object, const char *key,
                     double otherwise = std::numeric_limits<double>::quiet_NaN())
{
    const auto found = object.find(key);
    return object.is_object() && found != object.end() && found->is_number() ? found->get<double>()
                                                                             : otherwise;
}

inline int64_t whole(const Json &object, const char *key, int64_t otherwise = 0)
{
    const auto found = object.find(key);
    return object.is_object() && found != object.end() && found->is_number_integer()
               ? found->get<int64_t>()
               : otherwise;
}

inline std::string text(const Json &object, const char *key, const std::string &otherwise = {})
{
    const auto found = object.find(key);
    return object.is_object() && found != object.end() && found->is_string()
               ? found->get<std::string>()
               : otherwise;
}

/// The object or list there; an empty object otherwise.
inline const Json &part(const Json &object, const char *key)
{
    static const Json none = Json::object();
    const auto found = object.find(key);
    return object.is_object() && found != object.end() && found->is_structured() ? *found : none;
}

} // namespace luthier::json
