// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan.h"

#include "core/base/error.h"
#include "core/methods/catalog.h"
#include "core/runs/run_overrides.h"
#include "core/tasks/catalog.h"

namespace luthier {

RunConfig readPlan(const std::filesystem::path &file, const std::vector<std::string> &assignments)
{
    if (!std::filesystem::exists(file))
        throw failure("cli.no_plan",
                      LUTHIER_MESSAGE("There is no file {file}; luthier-cli init writes one."),
                      {{"file", file.string()}});
    Json json = readJson(file);
    applyOverrides(json, assignments, methodDescriptors());
    return checkedPlan(json, std::filesystem::absolute(file).parent_path());
}

RunConfig checkedPlan(const Json &json, const std::filesystem::path &folder)
{
    return parseRunConfig(json, folder, methodDescriptors(), tasks());
}

} // namespace luthier
