// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message.h"

#include <charconv>

namespace luthier {

namespace {

std::string inWords(const MessageValue &value)
{
    if (const auto *text = std::get_if<std::string>(&value))
        return *text;
    if (const auto *whole = std::get_if<int64_t>(&value))
        return std::to_string(*whole);
    // to_chars, not printf: a comma-decimal locale must not change a log.
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::get<double>(value),
                                   std::chars_format::general, 6);
    return {buffer, end.ptr};
}

} // namespace

std::string Message::english() const
{
    std::string out;
    for (size_t at = 0; at < text.size();) {
        const size_t open = text.find('{', at);
        const size_t close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos)
            return out + text.substr(at);
        out += text.substr(at, open - at);
        const std::string place = text.substr(open + 1, close - open - 1);
        const auto value = values.find(place);
        out += value == values.end() ? "{" + place + "}" : inWords(value->second);
        at = close + 1;
    }
    return out;
}

} // namespace luthier
