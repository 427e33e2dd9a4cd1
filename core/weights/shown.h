// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace luthier {

/// A name or value from a file as it may stand in a message: one line, at most about 100 bytes.
inline std::string shown(std::string_view text)
{
    constexpr size_t limit = 100;
    size_t end = text.size();
    if (end > limit) {
        end = limit;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end;
    }
    std::string out(text.substr(0, end));
    for (char &letter : out)
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F)
            letter = '?';
    return end < text.size() ? out + "..." : out;
}

} // namespace luthier
