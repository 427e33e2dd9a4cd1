// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// Numbers as the command line writes them, whatever the locale.
namespace luthier::words {

/// 12,345
std::string whole(int64_t value);
/// Up to `digits` significant digits: 0.0312, 2e-05
std::string number(double value, int digits = 4);
/// Exactly `places` digits behind the point: 0.9680
std::string fixed(double value, int places = 4);
/// 4.4 %
std::string percent(double share);
/// 5 min 18 s; rounded to minutes above one hour
std::string duration(double seconds);
/// 1.2 GB, in powers of 1000
std::string bytes(double count);

} // namespace luthier::words
