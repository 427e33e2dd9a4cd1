// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/planned_run.h"

#include "core/methods/catalog.h"
#include "core/runs/training_parameters.h"
#include "core/tasks/catalog.h"

#include <algorithm>

namespace luthier {

namespace {

std::string textAt(const Json &plan, const char *pointer)
{
    const Json::json_pointer path(pointer);
    return plan.contains(path) && plan.at(path).is_string() ? plan.at(path).get<std::string>()
                                                            : std::string();
}

} // namespace

const Descriptor &plannedMethod(const Json &plan)
{
    const std::string id = textAt(plan, "/method/type");
    const auto &all = methods();
    const auto found = std::ranges::find_if(
        all, [&id](const MethodInfo &method) { return method.descriptor.id == id; });
    return (found == all.end() ? all.front() : *found).descriptor;
}

std::string runNameOf(const Json &plan)
{
    const std::string name = textAt(plan, "/name");
    if (!name.empty())
        return name;
    const std::filesystem::path model =
        std::filesystem::path(textAt(plan, "/model/path")).lexically_normal();
    const std::filesystem::path folder = model.has_filename() ? model : model.parent_path();
    return folder.filename().string() + "-" + plannedMethod(plan).id;
}

Json completedPlan(const Json &plan, const ModelSize &model)
{
    Json out{{"schema", runSchema}, {"name", runNameOf(plan)}};
    for (const char *key : {"task", "model", "dataset"})
        if (plan.contains(key))
            out[key] = plan[key];
    out["method"] = plan.value("method", Json::object());
    out["method"]["type"] = plannedMethod(plan).id;
    Json training = Json::object();
    for (const Parameter &parameter : trainingParameters(&plannedMethod(plan), model))
        if (!parameter.advanced)
            training[parameter.id] = parameter.initial;
    training.update(plan.value("training", Json::object()));
    out["training"] = training;
    return out;
}

Result<RunConfig> plannedRun(const Json &plan, const ModelSize &model, const QString &workspace)
{
    return guarded([&] {
        return parseRunConfig(completedPlan(plan, model), workspace.toStdString(),
                              methodDescriptors(), tasks());
    });
}

} // namespace luthier
