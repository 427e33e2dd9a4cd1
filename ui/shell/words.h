// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QString>

/// What the window writes, in the language and number format of now.
namespace luthier::words {

/// The message's text translated (context "Messages"), its values written by locale, and Korean
/// particles such as {x|을/를} chosen by the value before them.
QString of(const Message &message);
/// A text of a descriptor (context "Messages").
QString of(const std::string &english);

/// 12,345
QString whole(qint64 value);
/// Up to `digits` significant digits: 0.0312, 2e-5
QString number(double value, int digits = 4);
/// Exactly `places` digits behind the point
QString fixed(double value, int places = 4);
/// 97.8%
QString percent(double share, int places = 1);
/// 5 min 18 s; rounded to minutes above one hour
QString duration(double seconds);
/// 1.2 GB, powers of 1000
QString bytes(double count);

} // namespace luthier::words
