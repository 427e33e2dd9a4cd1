// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QString>

#include <string>

namespace luthier {

/// A value of a choice in the reader's language; one that has no words of its own stands as it is
/// in run.json.
QString choiceWords(const std::string &parameterId, const Json &value);

} // namespace luthier
