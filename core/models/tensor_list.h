// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace luthier {

/// "[4, 36]"
inline std::string shapeText(const std::vector<int64_t> &shape)
{
    std::string out = "[";
    for (const int64_t size : shape)
        out += (out.size() > 1 ? ", " : "") + std::to_string(size);
    return out + "]";
}

/// The first `count` with commas between them; … stands for more.
inline std::string firstOf(const std::vector<std::string> &names, size_t count)
{
    std::string out;
    for (size_t i = 0; i < std::min(count, names.size()); ++i)
        out += (i ? ", " : "") + names[i];
    return names.size() > count ? out + ", …" : out;
}

} // namespace luthier
