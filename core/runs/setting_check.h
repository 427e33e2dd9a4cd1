// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/parameter.h"

#include <map>
#include <string>
#include <vector>

namespace luthier {

/// `value` as `parameter` wants it: whole numbers as integers, numbers as doubles. Null passes
/// where the default is null; a word of `choices` passes for numbers too ("auto"). Throws an Error
/// that names `key` (the whole path), the value and what is allowed.
Json checkedValue(const Parameter &parameter, const Json &value, const std::string &key);

/// "{key} {value} is not built yet."
Error notBuilt(const std::string &key, const std::string &value, const Parameter &parameter);

/// "The setting {key} is not built yet."
Error keyNotBuilt(const std::string &key);

/// The value as a message shows it: numbers stay numbers, long texts are cut.
MessageValue shown(const Json &value);

/// `value[key]` as an object; an empty one when it is missing. Throws an Error when it is something
/// else.
Json sectionOf(const Json &value, const std::string &key, const std::string &place);

/// Renames the other spellings in `section` to the parameters' ids. Throws an Error for a key that
/// is given in two spellings with two values.
Json withoutAliases(const Json &section, const std::string &place,
                    const std::vector<Parameter> &parameters);

/// Throws an Error when `section` holds a key that is not in `known`. Both are whole paths
/// ("training.seed"); the nearest path of `all` is named, and keys that the design knows are
/// refused as not built yet.
void refuseUnknownKeys(const Json &section, const std::string &place,
                       const std::vector<std::string> &known, const std::vector<std::string> &all);

} // namespace luthier
