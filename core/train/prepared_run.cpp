// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/prepared_run.h"

#include "core/base/error.h"
#include "core/models/catalog.h"
#include "core/models/labels.h"
#include "core/models/tensor_list.h"
#include "core/runs/data_version.h"
#include "core/text/sha256.h"
#include "core/train/text_parts.h"
#include "core/train/token_notes.h"

namespace luthier {

namespace {

constexpr size_t mostLabels = 10;

void refuseNonFinite(const WeightSet &weights, const std::string &folder, PreparedRun &run,
                     bool accepted)
{
    const auto found = weights.findNonFinite();
    if (found.empty())
        return;
    const auto &first = found.front();
    const Message message{
        "models.non_finite",
        LUTHIER_MESSAGE("The weights in {folder} hold numbers that are not finite; tensors: "
                        "{count}, the first is {tensor} ({nans} NaN, {infinities} infinite). Get "
                        "sound weights, or train all the same with --accept-non-finite."),
        {{"folder", folder},
         {"count", int64_t(found.size())},
         {"tensor", first.name},
         {"nans", int64_t(first.count.nans)},
         {"infinities", int64_t(first.count.infinities)}}};
    if (!accepted)
        throw Error(message);
    run.notes.push_back(message);
}

int64_t maxLengthOf(const RunConfig &config, const Model &model, const Tokenizer &tokenizer,
                    PreparedRun &run)
{
    const int64_t limit =
        std::min(model.maxPositions(), tokenizer.modelMaxLength().value_or(model.maxPositions()));
    const int64_t asked = config.training.max_length;
    if (asked <= limit)
        return asked;
    run.notes.push_back(
        {"train.max_length",
         LUTHIER_MESSAGE("max_length {asked} is more than this model takes; {limit} is used."),
         {{"asked", asked}, {"limit", limit}}});
    return limit;
}

void refuseWrongTokenizer(const Tokenizer &tokenizer, const Model &model, const std::string &folder)
{
    if (tokenizer.idLimit() > model.vocabularySize())
        throw failure(
            "models.tokenizer",
            LUTHIER_MESSAGE("The tokenizer in {folder} gives ids up to {highest}, but the model "
                            "knows {known} tokens; they do not belong together."),
            {{"folder", folder},
             {"highest", tokenizer.idLimit() - 1},
             {"known", model.vocabularySize()}});
}

Examples encoded(const Tokenizer &tokenizer, TextRows rows, const PreparedRun &run, int threads)
{
    Examples out = encodeExamples(tokenizer, rows.text, rows.textPair, std::move(rows.label),
                                  std::move(rows.rowId), run.max_length, threads);
    out.label_offsets = std::move(rows.labelOffsets);
    out.label_count = int64_t(run.labels.size());
    return out;
}

/// An adapter says in its luthier.json which weights it was trained on.
void refuseAdapterOfAnotherBase(const RunConfig &config, const PreparedRun &run,
                                const std::string &folder)
{
    const std::filesystem::path adapter = config.methodSettings.value("adapter", "");
    if (adapter.empty() || !std::filesystem::exists(adapter / "luthier.json"))
        return;
    const Json hash = readJson(adapter / "luthier.json").value("base_weights_sha256", Json());
    if (hash.is_string() && hash != run.model_hash)
        throw failure("train.adapter_base",
                      LUTHIER_MESSAGE("The weights in {folder} are not those that the adapter "
                                      "{adapter} was trained on; go on with its own base."),
                      {{"folder", folder}, {"adapter", adapter.string()}});
}

void sayWhatIsNew(const WeightSet &weights, PreparedRun &run)
{
    for (const std::string &module : run.model->newModules()) {
        const TensorInfo *stored = weights.find(module + ".weight");
        run.notes.push_back(
            stored ? Message{"models.replaced_head",
                             LUTHIER_MESSAGE("The head {module} in the model's files tells {own} "
                                             "labels apart, the data has {labels}; a new head for "
                                             "these starts from random numbers."),
                             {{"module", module},
                              {"own", stored->shape.front()},
                              {"labels", int64_t(run.labels.size())}}}
                   : Message{"models.new_module",
                             LUTHIER_MESSAGE("{module} is not in the model's files and starts from "
                                             "random numbers."),
                             {{"module", module}}});
    }
}

/// A head that is taken as it is keeps what it learned, by the labels' numbers.
void sayOtherLabels(const std::vector<std::string> &own, PreparedRun &run)
{
    if (own.size() == run.labels.size() && own != run.labels && run.model->newModules().empty())
        run.notes.push_back(
            {"models.other_labels",
             LUTHIER_MESSAGE("The data's labels ({labels}) are not the model's own ({own}); the "
                             "head begins with what it learned for those, in this order."),
             {{"labels", firstOf(run.labels, mostLabels)}, {"own", firstOf(own, mostLabels)}}});
}

void sayWhereItDoesNotLoad(PreparedRun &run)
{
    if (!run.model->hasStandardHead())
        run.notes.push_back(
            {"models.own_head",
             LUTHIER_MESSAGE("With mean pooling the result is for Luthier: transformers has no "
                             "classifier that works alike, so it cannot be exported."),
             {}});
}

void sayWhatDoesNotDrop(PreparedRun &run, const TrainingSettings &settings)
{
    const size_t frozen = run.model->lowestTrainedStage();
    if (frozen > 0 && !settings.frozen_dropout && settings.dropout != 0.0)
        run.notes.push_back({"train.frozen_dropout",
                             LUTHIER_MESSAGE("The parts below {stage} are frozen and run without "
                                             "dropout; frozen_dropout: true brings it back."),
                             {{"stage", run.model->stages()[frozen].name}}});
}

} // namespace

void refuseWithoutTrainable(const Model &model)
{
    if (model.parameters().trainable().empty())
        throw failure("train.nothing_trains",
                      LUTHIER_MESSAGE("With these settings no parameter trains; choose another "
                                      "method or unfreeze something."));
}

PreparedRun prepareRun(const RunConfig &config, const PrepareOptions &options, std::stop_token stop,
                       const std::function<void(const std::string &phase)> &onPhase)
{
    PreparedRun run;
    onPhase("model");
    const ModelFolder folder = ModelFolder::open(config.model);
    folder.refuseCustomCode();
    const std::string name = folder.path().string();
    const WeightSet weights = WeightSet::open(folder.path());
    refuseNonFinite(weights, name, run, options.acceptNonFinite);
    run.model_hash = hashOfFiles(folder.files().weights);
    refuseAdapterOfAnotherBase(config, run, name);

    onPhase("data");
    run.data_version = dataVersion(config.dataset, stop);
    TextParts parts = readTextParts(config.dataset, config.task, labelsOf(folder.config()), stop,
                                    {}, config.training.problem_type);
    run.notes.insert(run.notes.end(), parts.notes.begin(), parts.notes.end());
    run.labels = parts.labels.names();
    run.problem_type = config.training.problem_type;

    const ConfigReader reader = folder.configReader();
    run.method = methodNamed(config.method).create(config.methodSettings);
    ModelOptions chosen{.labels = int64_t(run.labels.size()),
                        .seed = config.training.seed,
                        .dropout = config.training.dropout};
    run.method->choose(chosen);
    run.model = familyOf(reader).create({name, reader, weights}, chosen);
    run.model->setLabels(run.labels, config.training.problem_type);
    run.method->prepare(*run.model, config.training.seed);
    refuseWithoutTrainable(*run.model);

    sayWhatIsNew(weights, run);
    sayOtherLabels(labelsOf(folder.config()), run);
    sayWhereItDoesNotLoad(run);
    sayWhatDoesNotDrop(run, config.training);

    onPhase("tokens");
    const Tokenizer tokenizer = Tokenizer::load(folder.path());
    refuseWrongTokenizer(tokenizer, *run.model, name);
    run.tokenizerFiles = tokenizer.files();
    run.max_length = maxLengthOf(config, *run.model, tokenizer, run);
    run.train = encoded(tokenizer, std::move(parts.train), run, options.threads);
    std::ranges::copy(tokenNotes(tokenizer, run.train, name), std::back_inserter(run.notes));
    run.validation = encoded(tokenizer, std::move(parts.validation), run, options.threads);
    run.test = encoded(tokenizer, std::move(parts.test), run, options.threads);
    Sha256 data;
    for (const Examples *part : {&run.train, &run.validation, &run.test})
        data.update(contentHash(*part));
    run.data_hash = data.hex();
    return run;
}

} // namespace luthier
