// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QString>

#include <optional>

namespace luthier {

/// What `inspect` found of a model, in words.
namespace modelWords {

QString nameOf(const QString &folder);
/// "22.7 million weights"
QString weights(int64_t count);
/// "22.7 million weights, 6 blocks"; empty where nothing is known.
QString size(const Json &facts);
/// Why training cannot use it; nothing when it can.
std::optional<QString> refusal(const Json &facts);
/// What one should know of it, one sentence a line.
QString warnings(const Json &facts);

} // namespace modelWords

} // namespace luthier
