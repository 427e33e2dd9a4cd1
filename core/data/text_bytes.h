// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace luthier {

/// The UTF-8 byte order mark.
inline constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

enum class TextFault { None, ZeroByte, NotUtf8 };

/// What keeps `bytes` from being text, if anything does.
TextFault faultIn(std::string_view bytes);

/// Lower case for A to Z, whatever the locale.
std::string plainAscii(std::string_view text);

/// "csv" for mails.CSV.
std::string plainExtension(const std::filesystem::path &path);

} // namespace luthier
