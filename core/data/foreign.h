// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace luthier {

/// Throws an Error with a remedy when `head` shows a format or an encoding that no reader takes:
/// UTF-16, a spreadsheet, an archive, Parquet, a JSON document over several lines.
void refuseForeign(const std::filesystem::path &path, std::string_view head);

} // namespace luthier
