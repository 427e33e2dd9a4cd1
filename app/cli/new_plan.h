// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"
#include "core/data/roles.h"

#include <string>
#include <vector>

namespace luthier {

/// What `init` was told; empty texts are left to it.
struct NewPlan
{
    std::string model, data, validation, test;
    Columns columns;
    std::string task = "text-classification";
    std::string method, name;
    std::string output = "run.json";
};

struct WrittenPlan
{
    Json json; ///< a run.json with the settings that matter most, the rest left to the catalog
    std::vector<Message> notes; ///< how the columns were guessed
};

/// Looks at model and data. Paths given relative to the current folder become relative to the
/// output's. Throws an Error of one sentence for a model or data that training could not use.
WrittenPlan writtenPlan(const NewPlan &plan);

} // namespace luthier
