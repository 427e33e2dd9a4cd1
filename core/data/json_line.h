// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace luthier {

/// One member of a JSON object. Text is unescaped; every other value stays as it was written.
struct JsonMember
{
    enum class Kind { Text, Number, Flag, Nested, Null };

    std::string key;
    std::string value;
    Kind kind = Kind::Null;
};

/// Why a line is no JSON object: the id and text of a message with the places {line} and {byte}
/// (from 1).
struct JsonLineFault
{
    const char *id = nullptr;
    const char *text = nullptr;
    size_t byte = 0;

    explicit operator bool() const { return id != nullptr; }
};

/// Splits one strict JSON object (RFC 8259, no equal keys, nested at most 64 deep) into its
/// members.
JsonLineFault parseJsonLine(std::string_view line, std::vector<JsonMember> &members);

} // namespace luthier
