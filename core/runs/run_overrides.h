// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <span>
#include <string>

namespace luthier {

/// `train --set KEY=VALUE` upon a run.json before it is parsed. A key is a path
/// ("training.learning_rate", "dataset.split.test"); one without a section is looked up in
/// training, then in the method, then at the top. The value is JSON when it reads as such, else
/// text. Throws an Error (Usage) for a missing "=" and for a bare key that nothing is called; the
/// values themselves are checked by `parseRunConfig`.
void applyOverrides(Json &config, std::span<const std::string> assignments,
                    std::span<const Descriptor> methods);

} // namespace luthier
