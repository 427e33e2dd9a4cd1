// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace luthier {

struct Difference
{
    std::string key;     ///< "training.learning_rate"
    Json before;         ///< null: was not there
    Json after;          ///< null: is gone
    bool matters = true; ///< false: the trained weights do not depend on it (a name, a folder of
                         ///< equal content)
};

/// What `after` changes in `before`; both as `toJson(RunConfig)` writes them. What `after` leaves
/// open and a run fills in ("auto" validation and modules, guessed columns, hashes not computed
/// yet) is no difference, nor is another spelling of the same setting.
std::vector<Difference> differences(const Json &before, const Json &after);

} // namespace luthier
