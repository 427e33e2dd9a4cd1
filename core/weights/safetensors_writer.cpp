// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/safetensors.h"

#include "core/base/checked.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/weights/safetensors_header.h"

#include <algorithm>
#include <stdexcept>

namespace luthier {

namespace {

/// Types in the order of the file (enum Dtype of the reference, from its end): larger alignment
/// first, so that every tensor lies aligned.
int orderOf(DType dtype)
{
    constexpr DType order[] = {DType::I64, DType::F64, DType::F32, DType::I32, DType::BF16,
                               DType::F16, DType::I16, DType::I8,  DType::U8,  DType::Bool};
    return int(std::find(std::begin(order), std::end(order), dtype) - std::begin(order));
}

void check(const std::vector<TensorEntry> &sorted)
{
    for (size_t i = 0; i < sorted.size(); ++i) {
        std::optional<uint64_t> bytes = dtypeSize(sorted[i].dtype);
        for (const int64_t dimension : sorted[i].shape)
            bytes = bytes && dimension >= 0 ? checkedProduct(*bytes, uint64_t(dimension))
                                            : std::nullopt;
        if (bytes != sorted[i].bytes.size() || sorted[i].name == "__metadata__")
            throw std::invalid_argument(
                "writeSafetensors: shape, type and bytes of a tensor do not fit");
    }
    std::vector<std::string_view> names;
    for (const TensorEntry &entry : sorted)
        names.push_back(entry.name);
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end())
        throw std::invalid_argument("writeSafetensors: two tensors have the same name");
}

std::string quoted(const std::string &text)
{
    return Json(text).dump();
}

/// `{"__metadata__":{...},"name":{"dtype":...,"shape":[...],"data_offsets":[...]},...}`, padded
/// to 8.
std::string headerOf(const std::vector<TensorEntry> &sorted,
                     const std::map<std::string, std::string> &metadata)
{
    std::string text = "{";
    const auto next = [&text](char last) { text += text.back() == last ? "" : ","; };
    if (!metadata.empty()) {
        text += "\"__metadata__\":{";
        for (const auto &[key, value] : metadata) {
            next('{');
            text += quoted(key) + ":" + quoted(value);
        }
        text += "}";
    }
    uint64_t offset = 0;
    for (const TensorEntry &entry : sorted) {
        next('{');
        text += quoted(entry.name) + ":{\"dtype\":\"" + std::string(dtypeName(entry.dtype)) +
                "\",\"shape\":[";
        for (const int64_t dimension : entry.shape) {
            next('[');
            text += std::to_string(dimension);
        }
        text += "],\"data_offsets\":[" + std::to_string(offset) + ",";
        offset += entry.bytes.size();
        text += std::to_string(offset) + "]}";
    }
    text += "}";
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

} // namespace

void writeSafetensors(const std::filesystem::path &path, std::vector<TensorEntry> entries,
                      const std::map<std::string, std::string> &metadata)
{
    std::sort(entries.begin(), entries.end(), [](const TensorEntry &a, const TensorEntry &b) {
        return std::pair<int, const std::string &>(orderOf(a.dtype), a.name) <
               std::pair<int, const std::string &>(orderOf(b.dtype), b.name);
    });
    check(entries);
    const std::string header = headerOf(entries, metadata);
    if (header.size() > safetensorsHeaderLimit)
        throw std::invalid_argument("writeSafetensors: the header is too long to be read again");
    const uint64_t length = header.size();
    files::Writer writer(path);
    writer.write(std::as_bytes(std::span(&length, 1)));
    writer.write(header);
    for (const TensorEntry &entry : entries)
        writer.write(entry.bytes);
    writer.commit();
}

} // namespace luthier
