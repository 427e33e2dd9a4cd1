// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace luthier::words {

namespace {

std::string written(double value, std::chars_format format, int precision)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? "NaN" : value > 0 ? "infinite" : "-infinite";
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
    return {buffer.data(), end.ptr};
}

} // namespace

std::string whole(int64_t value)
{
    std::string out = std::to_string(value);
    const size_t first = value < 0 ? 1 : 0;
    for (size_t at = out.size(); at > first + 3;)
        out.insert(at -= 3, ",");
    return out;
}

std::string number(double value, int digits)
{
    return written(value, std::chars_format::general, digits);
}

std::string fixed(double value, int places)
{
    return written(value, std::chars_format::fixed, places);
}

std::string percent(double share)
{
    return fixed(100 * share, 1) + " %";
}

std::string duration(double seconds)
{
    const auto whole = int64_t(std::llround(std::max(0.0, seconds)));
    if (whole < 60)
        return std::to_string(whole) + " s";
    if (whole < 3600)
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    const int64_t minutes = (whole + 30) / 60;
    return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

std::string bytes(double count)
{
    constexpr std::array units{"bytes", "kB", "MB", "GB", "TB"};
    size_t unit = 0;
    for (; count >= 999.5 && unit + 1 < units.size(); ++unit)
        count /= 1000;
    return fixed(count, unit == 0 || count >= 99.5 ? 0 : 1) + " " + units[unit];
}

} // namespace luthier::words
