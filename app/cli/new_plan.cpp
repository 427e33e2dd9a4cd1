// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/new_plan.h"

#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/data/catalog.h"
#include "core/data/labels.h"
#include "core/inspect/inspect.h"
#include "core/methods/catalog.h"
#include "core/runs/run_config.h"
#include "core/runs/training_parameters.h"

#include <algorithm>

namespace luthier {

namespace {

namespace fs = std::filesystem;

constexpr double validationShare = 0.15, testShare = 0.15;

/// What `inspect` says of the model, when training can use it.
Json usableModel(const std::string &folder)
{
    const Json found = inspect(folder);
    for (const Json &problem : found["problems"])
        if (problem["severity"] == "error")
            throw Error(messageFrom(problem));
    if (found["kind"] != "model")
        throw failure(
            "cli.no_model",
            LUTHIER_MESSAGE("{folder} is no model folder; --model takes one with a config.json."),
            {{"folder", folder}});
    return found;
}

std::string pathFrom(const std::string &output, const std::string &path)
{
    if (fs::path(path).is_absolute())
        return path;
    return fs::proximate(fs::absolute(path), fs::absolute(output).parent_path()).string();
}

Json columnsJson(const Columns &columns)
{
    Json out = Json::object();
    const std::pair<const char *, const std::optional<std::string> &> roles[]{
        {"text", columns.text}, {"text_pair", columns.textPair}, {"label", columns.label},
        {"id", columns.id},     {"split", columns.split},
    };
    for (const auto &[role, name] : roles)
        if (name)
            out[role] = *name;
    return out;
}

Json datasetJson(const NewPlan &plan, const Columns &columns)
{
    Json out;
    out[plan.validation.empty() && plan.test.empty() ? "path" : "train"] =
        pathFrom(plan.output, plan.data);
    if (!plan.validation.empty())
        out["validation"] = pathFrom(plan.output, plan.validation);
    if (!plan.test.empty())
        out["test"] = pathFrom(plan.output, plan.test);
    out["columns"] = columnsJson(columns);
    Json split = Json::object();
    if (plan.validation.empty())
        split["validation"] = validationShare;
    if (plan.validation.empty() && plan.test.empty())
        split["test"] = testShare;
    if (!split.empty())
        out["split"] = split;
    return out;
}

Json trainingJson(const Descriptor &method, const Json &model)
{
    const ModelSize size{.max_length = model.value("max_length", int64_t(0)),
                         .hidden_size = model.value("hidden_size", int64_t(0))};
    Json out = Json::object();
    for (const Parameter &parameter : trainingParameters(&method, size))
        if (!parameter.advanced)
            out[parameter.id] = parameter.initial;
    return out;
}

} // namespace

WrittenPlan writtenPlan(const NewPlan &plan)
{
    const Descriptor method =
        plan.method.empty() ? methods().front().descriptor : methodNamed(plan.method).descriptor;
    const Json model = usableModel(plan.model);
    const Table table = readTable(plan.data);
    const ColumnChoice choice = resolveColumns(plan.columns, table, plan.task);
    if (!choice.columns.label)
        throw failure(
            "cli.no_label",
            LUTHIER_MESSAGE("No column of {file} looks like a label; name it with --label COLUMN."),
            {{"file", plan.data}});
    requireTwoClasses(countLabels(table, *choice.columns.label));
    const std::string modelName = fs::weakly_canonical(plan.model).filename().string();
    return {{{"schema", runSchema},
             {"name", plan.name.empty() ? modelName + "-" + method.id : plan.name},
             {"task", plan.task},
             {"model", {{"path", pathFrom(plan.output, plan.model)}}},
             {"dataset", datasetJson(plan, choice.columns)},
             {"method", {{"type", method.id}}},
             {"training", trainingJson(method, model)}},
            choice.reasons};
}

} // namespace luthier
