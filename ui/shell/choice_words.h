// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <QString>

namespace luthier {

/// A value that settings are chosen from, in the reader's language; one that has no words of its
/// own stands as it is in run.json.
QString choiceWords(const Json &value);

/// Whether `value` is one of the words that the setting knows: it is then shown by choiceWords.
bool isChoice(const Parameter &parameter, const Json &value);

} // namespace luthier
