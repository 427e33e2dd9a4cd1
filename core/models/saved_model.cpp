// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/saved_model.h"

#include "core/base/error.h"
#include "core/weights/safetensors.h"

namespace luthier {

void writeTensors(const std::vector<NamedTensor> &tensors, const std::filesystem::path &file)
{
    std::vector<at::Tensor> kept; // contiguous copies must outlive the write
    std::vector<TensorEntry> entries;
    for (const NamedTensor &tensor : tensors) {
        kept.push_back(tensor.value.detach().contiguous());
        const at::Tensor &value = kept.back();
        entries.push_back(
            {tensor.name, DType::F32, value.sizes().vec(),
             std::as_bytes(std::span(value.const_data_ptr<float>(), size_t(value.numel())))});
    }
    writeSafetensors(file, std::move(entries));
}

void readTensorsInto(const std::vector<NamedTensor> &tensors, const std::filesystem::path &file)
{
    const SafetensorsFile stored = SafetensorsFile::open(file);
    for (const NamedTensor &tensor : tensors) {
        const auto found = stored.tensors().find(tensor.name);
        if (found == stored.tensors().end() || found->second.shape != tensor.value.sizes().vec())
            throw failure("models.stored_tensor",
                          LUTHIER_MESSAGE("{file} does not hold {tensor} in the shape that this "
                                          "model has; it belongs to another model."),
                          {{"file", file.string()}, {"tensor", tensor.name}});
        at::Tensor target = tensor.value.detach();
        stored.readAsFloat(found->second,
                           {target.mutable_data_ptr<float>(), size_t(target.numel())});
    }
}

void writeModel(const Model &model, const std::filesystem::path &folder)
{
    writeTensors(model.parameters().all(), folder / "model.safetensors");
    writeJson(folder / "config.json", model.config());
}

} // namespace luthier
