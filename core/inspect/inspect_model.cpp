// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/kinds.h"
#include "core/inspect/weight_facts.h"
#include "core/models/catalog.h"
#include "core/text/tokenizer.h"
#include "core/weights/hidden_size.h"

namespace luthier {

namespace {

/// By number, as config.json's id2label has them; empty when it has none.
Json labelsOf(const Json &config)
{
    const Json names = config.value("id2label", Json::object());
    Json out = Json::array();
    for (size_t i = 0; names.is_object() && i < names.size(); ++i)
        if (const auto name = names.find(std::to_string(i)); name != names.end())
            out.push_back(*name);
    return out;
}

Json architectureOf(const Json &config)
{
    const Json names = config.value("architectures", Json());
    return names.is_array() && !names.empty() ? names[0] : Json();
}

std::map<std::string, TensorInfo> tensorsOf(const WeightSet &weights)
{
    std::map<std::string, TensorInfo> out;
    for (const std::string &name : weights.names())
        out.emplace(name, weights.at(name));
    return out;
}

/// Builds the network once: every tensor must be there and fit the config.
void tryToBuild(const ModelFolder &folder, const WeightSet &weights, Findings &findings)
{
    const ConfigReader config = folder.configReader();
    const ModelFamily &family = familyOf(config);
    findings["family_name"] = family.descriptor.name;
    const Json labels = labelsOf(folder.config());
    ModelOptions options;
    options.labels = std::max<int64_t>(2, int64_t(labels.size()));
    if (weights.find("mean_classifier.weight"))
        options.pooling = Pooling::Mean;
    const auto model = family.create({folder.path().string(), config, weights}, options);
    findings["max_length"] = model->maxPositions();
    findings["hidden_size"] = hiddenSize(folder.config());
    findings["vocabulary"] = model->vocabularySize();
    findings["blocks"] = std::ranges::count_if(model->stages(), &Stage::block);
    findings["new_modules"] = model->newModules();
}

void inspectTokenizer(const ModelFolder &folder, Findings &findings)
{
    const Tokenizer tokenizer = Tokenizer::load(folder.path());
    Json files = Json::array();
    for (const auto &file : tokenizer.files())
        files.push_back(file.filename().string());
    findings["tokenizer"] = {{"vocabulary", tokenizer.vocabularySize()}, {"files", files}};
    const Json rows = findings.json().value("vocabulary", Json());
    if (rows.is_number() && tokenizer.idLimit() > rows.get<int64_t>())
        throw failure(
            "inspect.vocabulary",
            LUTHIER_MESSAGE(
                "The tokenizer of {folder} gives ids up to {id}, but the model knows only {rows}; "
                "use the tokenizer that belongs to it."),
            {{"folder", folder.path().string()},
             {"id", tokenizer.idLimit() - 1},
             {"rows", rows.get<int64_t>()}});
}

} // namespace

void inspectModel(const std::filesystem::path &path, Findings &findings)
{
    const ModelFolder folder = ModelFolder::open(path);
    const Json &config = folder.config();
    findings["family"] = config.value("model_type", Json());
    findings["architecture"] = architectureOf(config);
    findings["labels"] = labelsOf(config);
    findings.attempt([&] { folder.refuseCustomCode(); });
    findings.attempt([&] {
        const WeightSet weights = WeightSet::open(folder.path());
        addWeightFacts(tensorsOf(weights), findings);
        findings.attempt([&] { tryToBuild(folder, weights, findings); });
        addNonFinite(weights.findNonFinite(), findings);
    });
    findings.attempt([&] { inspectTokenizer(folder, findings); });
}

} // namespace luthier
