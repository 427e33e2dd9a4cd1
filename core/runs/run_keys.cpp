// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_keys.h"

#include "core/runs/setting_check.h"
#include "core/runs/training_parameters.h"

#include <algorithm>

namespace luthier {

namespace {

using Keys = std::vector<std::string>;

const Keys topKeys{"schema", "name", "task", "model", "dataset", "method", "training"};
const Keys modelKeys{"model.path", "model.sha256"};
const Keys datasetKeys{"dataset.path",    "dataset.train", "dataset.validation", "dataset.test",
                       "dataset.columns", "dataset.split", "dataset.version"};
const Keys columnKeys{"dataset.columns.text", "dataset.columns.text_pair", "dataset.columns.label",
                      "dataset.columns.id", "dataset.columns.split"};
const Keys splitKeys{"dataset.split.validation", "dataset.split.test", "dataset.split.stratify",
                     "dataset.split.seed"};
const Keys versionKeys{"dataset.version.sha256", "dataset.version.remedies"};

Keys with(Keys keys, std::initializer_list<const char *> more)
{
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

Keys methodKeys(const Descriptor &method, bool aliases)
{
    Keys keys{"method.type"};
    for (const Parameter &parameter : method.parameters) {
        if (isTrainingKey(parameter.id))
            continue;
        keys.push_back("method." + parameter.id);
        if (aliases)
            std::ranges::transform(parameter.aliases, std::back_inserter(keys),
                                   [](const auto &alias) { return "method." + alias; });
    }
    return keys;
}

Keys trainingPaths()
{
    Keys keys;
    for (const TrainingField &field : trainingFields())
        keys.push_back("training." + field.parameter.id);
    return keys;
}

Keys everySpelling()
{
    Keys keys;
    for (const std::string &key : trainingKeys())
        keys.push_back("training." + key);
    return keys;
}

const Json &objectAt(const Json &json, const char *key)
{
    static const Json nothing = Json::object();
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() && found->is_object() ? *found : nothing;
}

} // namespace

bool isTrainingKey(const std::string &key)
{
    const auto &all = trainingFields();
    return std::ranges::any_of(
        all, [&key](const TrainingField &field) { return field.parameter.id == key; });
}

void refuseUnknownRunKeys(const Json &json, const Descriptor &method)
{
    Keys all;
    for (const Keys &keys : {topKeys, modelKeys, datasetKeys, columnKeys, splitKeys,
                             methodKeys(method, false), trainingPaths()})
        all.insert(all.end(), keys.begin(), keys.end());
    const Json &dataset = objectAt(json, "dataset");
    refuseUnknownKeys(json, "", with(topKeys, {"problem_type"}), all);
    refuseUnknownKeys(objectAt(json, "model"), "model", with(modelKeys, {"model.problem_type"}),
                      all);
    refuseUnknownKeys(dataset, "dataset", datasetKeys, all);
    refuseUnknownKeys(objectAt(dataset, "columns"), "dataset.columns", columnKeys, all);
    refuseUnknownKeys(objectAt(dataset, "split"), "dataset.split", splitKeys, all);
    refuseUnknownKeys(objectAt(dataset, "version"), "dataset.version", versionKeys, all);
    refuseUnknownKeys(objectAt(json, "method"), "method",
                      with(methodKeys(method, true), {"method.peft_type"}), all);
    refuseUnknownKeys(objectAt(json, "training"), "training", everySpelling(), all);
}

} // namespace luthier
