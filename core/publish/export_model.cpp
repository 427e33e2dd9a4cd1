// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_model.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/evaluate/loaded_model.h"
#include "core/methods/catalog.h"
#include "core/models/saved_model.h"
#include "core/runs/folder_writer.h"
#include "core/runs/run_folder.h"
#include "core/tasks/catalog.h"
#include "core/train/text_parts.h"

namespace luthier {

namespace fs = std::filesystem;

namespace {

void mergeAdditions(Model &model)
{
    const at::NoGradGuard noGraph;
    for (Linear *linear : model.linears())
        if (const LinearAddition *addition = linear->addition()) {
            at::Tensor weight = linear->weight();
            weight.add_(addition->delta());
            linear->setAddition(nullptr);
        }
}

/// The base model's own parameters: an addition's are called "<layer>.lora_A.weight".
std::vector<NamedTensor> ownParameters(const Model &model)
{
    std::vector<NamedTensor> out;
    std::ranges::copy_if(model.parameters().all(), std::back_inserter(out),
                         [](const NamedTensor &parameter) {
                             return parameter.name.find(".lora_") == std::string::npos;
                         });
    return out;
}

int64_t sizeOf(const fs::path &folder)
{
    int64_t bytes = 0;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder))
        bytes += int64_t(entry.file_size());
    return bytes;
}

int64_t writeMerged(const ExportRequest &request)
{
    if (fs::exists(request.output))
        throw failure("publish.output_exists",
                      LUTHIER_MESSAGE("{folder} exists already; name a folder that does not."),
                      {{"folder", request.output.string()}});
    LoadedModel loaded = loadModel(request.model);
    if (!loaded.model->hasStandardHead())
        throw failure("publish.own_head",
                      LUTHIER_MESSAGE("{model} reads the mean of all tokens, which no classifier "
                                      "of transformers does, so an export would answer otherwise; "
                                      "train it with pooling: architecture to export it."),
                      {{"model", request.model.model.string()}});
    loaded.model->setLabels(loaded.labels, loaded.problem_type);
    mergeAdditions(*loaded.model);
    fs::create_directories(fs::absolute(request.output).parent_path());
    FolderWriter writer(fs::absolute(request.output));
    writeTensors(ownParameters(*loaded.model), writer.folder() / "model.safetensors");
    writeJson(writer.folder() / "config.json", loaded.model->config());
    for (const fs::path &file : loaded.tokenizer.files())
        files::writeWhole(writer.folder() / file.filename(), files::read(file));
    writeJson(writer.folder() / "luthier.json", {{"schema", 1},
                                                 {"task", request.model.task},
                                                 {"max_length", loaded.max_length},
                                                 {"labels", loaded.labels},
                                                 {"problem_type", loaded.problem_type}});
    writer.commit();
    return sizeOf(request.output);
}

std::vector<std::string> textsOfRun(const fs::path &folder, size_t count, std::stop_token stop)
{
    const RunConfig config =
        parseRunConfig(RunFolder::open(folder).readConfig(), folder, methodDescriptors(), tasks());
    const TextParts parts =
        readTextParts(config.dataset, config.task, {}, stop, {}, config.training.problem_type);
    std::vector<std::string> out;
    for (const TextRows *part : {&parts.validation, &parts.test, &parts.train})
        if (out.size() < count)
            out.insert(out.end(), part->text.begin(), part->text.end());
    return out;
}

} // namespace

Result<int64_t> exportModel(const ExportRequest &request)
{
    return guarded([&] { return writeMerged(request); });
}

Result<std::vector<std::string>> proofTexts(const fs::path &runFolder, size_t count,
                                            std::stop_token stop)
{
    return guarded([&] { return textsOfRun(runFolder, count, stop); });
}

Json compareAnswers(const std::vector<Json> &tuned, const std::vector<Json> &exported)
{
    constexpr double rounding = 1e-4;
    double largest = 0, scale = 1;
    int64_t agreeing = 0;
    Json first;
    for (size_t row = 0; row < std::min(tuned.size(), exported.size()); ++row) {
        const Json &a = tuned[row]["logits"], &b = exported[row]["logits"];
        for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
            largest = std::max(largest, std::abs(a[i].get<double>() - b[i].get<double>()));
            scale = std::max(scale, std::abs(a[i].get<double>()));
        }
        if (tuned[row]["label"] == exported[row]["label"])
            ++agreeing;
        else if (first.is_null())
            first = {{"row", row}, {"tuned", tuned[row]}, {"exported", exported[row]}};
    }
    const bool same = tuned.size() == exported.size() && agreeing == int64_t(tuned.size());
    Json out{{"rows", tuned.size()},
             {"agreeing", agreeing},
             {"largest_difference", largest},
             {"allowed_difference", rounding * scale},
             {"proven", same && !tuned.empty() && largest <= rounding * scale}};
    if (!first.is_null())
        out["first_difference"] = first;
    return out;
}

} // namespace luthier
