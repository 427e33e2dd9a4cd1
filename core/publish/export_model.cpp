// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export_model.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/evaluate/loaded_model.h"
#include "core/kernels/torch_errors.h"
#include "core/models/saved_model.h"
#include "core/runs/folder_writer.h"

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

} // namespace

Result<int64_t> exportModel(const ExportRequest &request)
{
    return guardedTorch([&] { return writeMerged(request); });
}

} // namespace luthier
