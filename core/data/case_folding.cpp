// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/case_folding.h"

#include <cstdint>

namespace luthier {

namespace {

/// Capital letters from `first` to `last`: each is `shift` before its small letter, or (`shift` 1)
/// every second one, counted from `first`, is one before it.
struct Capitals
{
    char32_t first, last;
    int32_t shift;
};

constexpr Capitals capitals[] = {
    {U'A', U'Z', 32},    {0xC0, 0xD6, 32},     {0xD8, 0xDE, 32},   {0x100, 0x12F, 1},
    {0x132, 0x137, 1},   {0x139, 0x148, 1},    {0x14A, 0x177, 1},  {0x178, 0x178, -121},
    {0x179, 0x17E, 1},   {0x386, 0x386, 38},   {0x388, 0x38A, 37}, {0x38C, 0x38C, 64},
    {0x38E, 0x38F, 63},  {0x391, 0x3A1, 32},   {0x3A3, 0x3AB, 32}, {0x400, 0x40F, 80},
    {0x410, 0x42F, 32},  {0x460, 0x481, 1},    {0x48A, 0x4BF, 1},  {0x4C0, 0x4C0, 15},
    {0x4C1, 0x4CE, 1},   {0x4D0, 0x52F, 1},    {0x531, 0x556, 48}, {0x1E00, 0x1E95, 1},
    {0x1EA0, 0x1EFF, 1}, {0xFF21, 0xFF3A, 32},
};

char32_t small(char32_t letter)
{
    for (const Capitals &range : capitals) {
        if (letter < range.first)
            return letter;
        if (letter > range.last)
            continue;
        if (range.shift == 1)
            return letter + char32_t((letter - range.first) % 2 == 0);
        return char32_t(int32_t(letter) + range.shift);
    }
    return letter;
}

/// The code point that begins at `at`, which moves behind it; `text` is valid UTF-8.
char32_t nextCodePoint(std::string_view text, size_t &at)
{
    const auto byte = [&](size_t i) { return char32_t(uint8_t(text[i])); };
    const char32_t lead = byte(at++);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t point = lead & (0x3Fu >> more);
    for (int i = 0; i < more && at < text.size(); ++i)
        point = point << 6 | (byte(at++) & 0x3F);
    return point;
}

void append(std::string &out, char32_t point)
{
    if (point < 0x80) {
        out += char(point);
    } else if (point < 0x800) {
        out += char(0xC0 | point >> 6);
        out += char(0x80 | (point & 0x3F));
    } else {
        out += char(0xE0 | point >> 12);
        out += char(0x80 | (point >> 6 & 0x3F));
        out += char(0x80 | (point & 0x3F));
    }
}

} // namespace

std::string foldedCase(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (uint8_t(c) < 0x80) {
            out += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
            ++at;
            continue;
        }
        const size_t begin = at;
        const char32_t point = nextCodePoint(text, at);
        const char32_t folded = small(point);
        folded == point ? void(out += text.substr(begin, at - begin)) : append(out, folded);
    }
    return out;
}

} // namespace luthier
