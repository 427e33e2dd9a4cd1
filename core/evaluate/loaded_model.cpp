// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/loaded_model.h"

#include "core/base/error.h"
#include "core/models/catalog.h"
#include "core/models/labels.h"
#include "core/text/sha256.h"

namespace luthier {

namespace {

namespace fs = std::filesystem;

/// A run folder stands for its best model.
fs::path modelPath(const fs::path &path)
{
    for (const char *part : {"best", "final"})
        if (fs::exists(path / "run.json") && fs::is_directory(path / part))
            return path / part;
    return path;
}

Json ownNotes(const fs::path &folder)
{
    return fs::exists(folder / "luthier.json") ? readJson(folder / "luthier.json") : Json::object();
}

bool isModel(const fs::path &folder)
{
    return fs::exists(folder / "config.json");
}

std::optional<fs::path> baseInWorkspace(const fs::path &workspace, const std::string &hash)
{
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(workspace / "models", ignored))
        if (isModel(entry.path()) && weightHash(entry.path()) == hash)
            return entry.path();
    return std::nullopt;
}

fs::path baseOf(const fs::path &adapter, const ModelRequest &request, const Json &notes)
{
    const std::string expected = notes.value("base_weights_sha256", "");
    const Json config = readJson(adapter / "adapter_config.json");
    const Json named = config.value("base_model_name_or_path", Json());
    std::optional<fs::path> base = request.base;
    if (!base && named.is_string() && isModel(named.get<std::string>()))
        base = named.get<std::string>();
    const bool fits = base && (expected.empty() || weightHash(*base) == expected);
    if (!fits && !request.base && !expected.empty() && request.workspace)
        base = baseInWorkspace(*request.workspace, expected);
    else if (base && !fits)
        throw failure("models.wrong_base",
                      LUTHIER_MESSAGE("The weights in {base} are not those that the adapter "
                                      "{adapter} was trained on; give its own base with --base."),
                      {{"base", base->string()}, {"adapter", adapter.string()}});
    if (!base)
        throw failure("models.no_base",
                      LUTHIER_MESSAGE("The base model of the adapter {adapter} was not found; give "
                                      "its folder with --base."),
                      {{"adapter", adapter.string()}});
    return *base;
}

/// Rows and kind of the classifier that an adapter or a model brings along.
ModelOptions headOf(const fs::path &folder, const std::string &stem)
{
    const WeightSet weights = WeightSet::open(folder, stem);
    const auto isHead = [](const std::string &name, const std::string &last) {
        return name == last || name.ends_with("." + last);
    };
    for (const std::string &name : weights.names()) {
        const auto shape = weights.find(name)->shape;
        if (shape.empty())
            continue;
        if (isHead(name, "mean_classifier.weight"))
            return {.labels = shape[0], .pooling = Pooling::Mean};
        if (isHead(name, "classifier.weight") || isHead(name, "classifier.out_proj.weight"))
            return {.labels = shape[0]};
    }
    throw failure("models.no_head",
                  LUTHIER_MESSAGE("{folder} has no classification head; train one first."),
                  {{"folder", folder.string()}});
}

std::vector<std::string> namesFor(int64_t count, std::vector<std::string> stored,
                                  const Json &config)
{
    if (int64_t(stored.size()) != count)
        stored = labelsOf(config);
    if (int64_t(stored.size()) == count)
        return stored;
    std::vector<std::string> out;
    for (int64_t i = 0; i < count; ++i)
        out.push_back("LABEL_" + std::to_string(i));
    return out;
}

/// Of our own notes, else of the config, where transformers keeps it.
std::string problemType(const Json &notes, const Json &config)
{
    for (const Json *place : {&notes, &config})
        if (const auto found = place->find("problem_type");
            found != place->end() && found->is_string())
            return found->get<std::string>();
    return ObjectiveSettings().problem_type;
}

std::span<const std::string> part(std::span<const std::string> all, int64_t first, int64_t count)
{
    return all.empty() ? all : all.subspan(size_t(first), size_t(count));
}

} // namespace

std::string weightHash(const fs::path &folder)
{
    return hashOfFiles(ModelFolder::open(folder).files().weights);
}

LoadedModel loadModel(const ModelRequest &request)
{
    const fs::path path = modelPath(request.model);
    const Json notes = ownNotes(path);
    const bool adapter = fs::exists(path / "adapter_config.json");
    const ModelFolder base = ModelFolder::open(adapter ? baseOf(path, request, notes) : path);
    base.refuseCustomCode();
    const WeightSet weights = WeightSet::open(base.path());
    const ModelOptions options =
        adapter ? headOf(path, "adapter_model") : headOf(base.path(), "model");
    const ConfigReader reader = base.configReader();
    const bool ownTokenizer = fs::exists(path / "tokenizer.json") || fs::exists(path / "vocab.txt");
    LoadedModel out{
        .model = familyOf(reader).create({base.path().string(), reader, weights}, options),
        .tokenizer = Tokenizer::load(ownTokenizer ? path : base.path()),
        .labels = namesFor(options.labels, notes.value("labels", std::vector<std::string>()),
                           base.config())};
    if (adapter) {
        const auto method = methodNamed("lora").create(Json{{"adapter", path.string()}});
        method->prepare(*out.model, 0);
    }
    out.problem_type = problemType(notes, base.config());
    out.objective = objectiveFor({.problem_type = out.problem_type});
    const int64_t limit =
        std::min(out.model->maxPositions(),
                 out.tokenizer.modelMaxLength().value_or(out.model->maxPositions()));
    out.max_length = std::min(limit, request.maxLength > 0 ? request.maxLength
                                                           : notes.value("max_length", limit));
    return out;
}

void scoreInParts(const LoadedModel &model, std::span<const std::string> texts,
                  std::span<const std::string> pairs, int64_t rowsPerPart, int threads,
                  const std::stop_token &stop,
                  const std::function<void(const EvaluationScores &)> &onPart)
{
    const int64_t total = int64_t(texts.size());
    for (int64_t first = 0; first < total; first += rowsPerPart) {
        const int64_t count = std::min(rowsPerPart, total - first);
        const Examples examples =
            encodeExamples(model.tokenizer, part(texts, first, count), part(pairs, first, count),
                           {}, {}, model.max_length, threads);
        onPart(evaluateRows(*model.model, examples, *model.objective, usualRowsPerBatch, stop));
    }
}

} // namespace luthier
