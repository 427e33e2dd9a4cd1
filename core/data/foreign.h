// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace luthier {

/// Throws an Error with a remedy when a file's first bytes (`raw`, and `head` as UTF-8) show a
/// format or an encoding that no reader takes: UTF-32, a spreadsheet, an archive, Parquet, a JSON
/// document over several lines.
void refuseForeign(const std::filesystem::path &path, std::string_view raw, std::string_view head);

} // namespace luthier
