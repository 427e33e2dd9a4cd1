// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>

namespace luthier {

/// "accuracy 0.9680, f1_macro 0.9214": the named ones that `metrics` holds as numbers.
std::string metricsLine(const Json &metrics, const std::vector<std::string> &names);

/// A line for each message about the scores; empty without any.
std::string metricsNotes(const Json &metrics);

/// What `evaluate` prints: the overall metrics, then a line for each label, then the messages.
std::string metricsTable(const Json &metrics);

} // namespace luthier
