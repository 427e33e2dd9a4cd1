// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string_view>

namespace luthier {

/// Keys in the order of the file, so that equal runs write equal bytes.
using Json = nlohmann::ordered_json;

struct JsonLimits
{
    int depth = 64;             ///< deeper nesting is refused before it can exhaust the stack
    bool duplicateKeys = false; ///< refused by default: most readers keep the last one silently
};

/// Strict JSON: UTF-8 with or without byte order mark, no comments, no NaN, no trailing text.
/// Throws an Error that names `source`, the byte and what is wrong there.
Json parseJson(std::string_view text, std::string_view source, const JsonLimits &limits = {});

/// Reads and parses a file of at most `limit` bytes.
Json readJson(const std::filesystem::path &path, uint64_t limit = 64u << 20);

/// Two spaces of indent and a final line break, floats with all digits: written whole or not at
/// all.
void writeJson(const std::filesystem::path &path, const Json &json);

/// {"id", "text", "values"}: how messages stand in events and answers.
Json toJson(const Message &message);

} // namespace luthier
