// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/creation_time.h"

#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <optional>

namespace luthier {

namespace fs = std::filesystem;

namespace {

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value)
                                                                        : std::nullopt;
}

/// "...-20260131-235959-0a1b2c", local time.
std::optional<std::time_t> timeInName(std::string_view name)
{
    constexpr size_t length = 23, dayAt = 1, timeAt = 10, suffixAt = 16;
    if (name.size() < length)
        return std::nullopt;
    name.remove_prefix(name.size() - length);
    const auto day = number(name.substr(dayAt, 8)), time = number(name.substr(timeAt, 6));
    if (name[0] != '-' || name[timeAt - 1] != '-' || name[suffixAt] != '-' || !day || !time ||
        *day < 0 || *time < 0)
        return std::nullopt;
    std::tm local{};
    local.tm_year = *day / 10000 - 1900;
    local.tm_mon = *day / 100 % 100 - 1;
    local.tm_mday = *day % 100;
    local.tm_hour = *time / 10000;
    local.tm_min = *time / 100 % 100;
    local.tm_sec = *time % 100;
    local.tm_isdst = -1;
    return std::mktime(&local);
}

std::time_t timeOfFile(const fs::path &file)
{
    std::error_code error;
    const auto written = fs::last_write_time(file, error);
    if (error)
        return 0;
    return std::chrono::system_clock::to_time_t(std::chrono::file_clock::to_sys(written));
}

} // namespace

std::string creationTime(const RunFolder &folder)
{
    const std::time_t time = timeInName(folder.id()).value_or(timeOfFile(folder.config()));
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

} // namespace luthier
