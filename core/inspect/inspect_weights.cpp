// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/weight_facts.h"

#include "core/inspect/kinds.h"

#include <map>

namespace luthier {

namespace {

constexpr size_t namedTensors = 3;

std::string firstNames(const std::vector<WeightSet::NonFinite> &tensors)
{
    std::string out;
    for (size_t i = 0; i < std::min(namedTensors, tensors.size()); ++i)
        out += (i ? ", " : "") + tensors[i].name;
    return tensors.size() > namedTensors ? out + ", …" : out;
}

} // namespace

void addWeightFacts(const std::map<std::string, TensorInfo> &tensors, Findings &findings)
{
    std::map<std::string, uint64_t> types;
    uint64_t numbers = 0, bytes = 0;
    for (const auto &[name, info] : tensors) {
        types[std::string(dtypeName(info.dtype))] += info.elements();
        bytes += info.bytes;
        numbers += isFloating(info.dtype) ? info.elements() : 0;
    }
    findings["tensors"] = tensors.size();
    findings["parameters"] = numbers;
    findings["bytes"] = bytes;
    findings["dtypes"] = types;
}

void addNonFinite(const std::vector<WeightSet::NonFinite> &tensors, Findings &findings)
{
    if (tensors.empty())
        return;
    Json list = Json::array();
    for (const auto &[name, count] : tensors)
        list.push_back({{"tensor", name}, {"nans", count.nans}, {"infinities", count.infinities}});
    findings["non_finite"] = list;
    findings.refuse({"inspect.non_finite",
                     LUTHIER_MESSAGE("Tensors with NaN or infinite numbers: {count} ({tensors}); "
                                     "get the weights anew, or train with --accept-non-finite."),
                     {{"count", int64_t(tensors.size())}, {"tensors", firstNames(tensors)}}});
}

void inspectWeights(const std::filesystem::path &path, Findings &findings)
{
    const SafetensorsFile file = SafetensorsFile::open(path);
    addWeightFacts(file.tensors(), findings);
    std::vector<WeightSet::NonFinite> spoilt;
    for (const auto &[name, info] : file.tensors())
        if (const NonFiniteCount count = file.countNonFinite(info); count != NonFiniteCount{})
            spoilt.push_back({name, count});
    addNonFinite(spoilt, findings);
}

} // namespace luthier
