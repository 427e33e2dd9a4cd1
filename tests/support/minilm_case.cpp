// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/minilm_case.h"

#include "core/base/files.h"
#include "core/data/catalog.h"
#include "core/weights/model_folder.h"
#include "core/weights/weight_set.h"

#include <cstdlib>

namespace luthier {

namespace fs = std::filesystem;

namespace {

std::vector<float> filled(const std::string &name, size_t count, double scale)
{
    uint64_t state = 0xCBF29CE484222325ull;
    for (const char byte : name)
        state = (state ^ uint8_t(byte)) * 0x100000001B3ull;
    std::vector<float> out(count);
    for (size_t i = 0; i < count; ++i) {
        uint64_t z = state + (i + 1) * 0x9E3779B97F4A7C15ull;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        z ^= z >> 31;
        out[i] = float(scale * (double(z >> 40) / 8388608.0 - 1));
    }
    return out;
}

void writeRows(const Table &table, const Json &numbers, const fs::path &file)
{
    std::string out = "text,label\n";
    for (const int64_t row : numbers.get<std::vector<int64_t>>())
        out += "\"" + std::string(*table.cell(row, *table.columnIndex("text"))) + "\"," +
               std::string(*table.cell(row, *table.columnIndex("label"))) + "\n";
    files::writeWhole(file, out);
}

/// Tensors by formula, and those of `base` that `keep` names.
void writeFilled(const Json &fill, const WeightSet &base,
                 const std::vector<std::pair<std::string, std::string>> &keep, const fs::path &file)
{
    std::vector<std::vector<float>> values;
    std::vector<TensorEntry> entries;
    const auto add = [&](const std::string &name, std::vector<int64_t> shape,
                         std::vector<float> numbers) {
        values.push_back(std::move(numbers));
        entries.push_back(
            {name, DType::F32, std::move(shape), std::as_bytes(std::span(values.back()))});
    };
    for (const auto &[name, entry] : fill["tensors"].items()) {
        const auto shape = entry["shape"].get<std::vector<int64_t>>();
        size_t count = 1;
        for (const int64_t size : shape)
            count *= size_t(size);
        add(name, shape, filled(name, count, entry["scale"]));
    }
    for (const auto &[name, source] : keep) {
        const TensorInfo &info = base.at(source);
        std::vector<float> numbers(info.elements());
        base.readAsFloat(source, numbers);
        add(name, info.shape, std::move(numbers));
    }
    writeSafetensors(file, entries);
}

void replaceAll(std::string &text, const std::string &from, const std::string &to)
{
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

} // namespace

SampleFiles SampleFiles::find()
{
    const char *cache = std::getenv("XDG_CACHE_HOME"), *home = std::getenv("HOME");
    const fs::path folder =
        (cache && *cache ? fs::path(cache) : fs::path(home ? home : "") / ".cache") / "luthier";
    const SampleFiles files{folder / "models/minilm-l6", folder / "datasets/reuters-r8/train.csv"};
    return fs::exists(files.model / "config.json") && fs::exists(files.train) ? files
                                                                              : SampleFiles{};
}

Json layOutMinilmCase(const ParityCase &parity, const SampleFiles &files, const fs::path &folder)
{
    const Table table = readTable(files.train);
    writeRows(table, parity.reference["rows_of_train_tab"]["train"], folder / "train.csv");
    writeRows(table, parity.reference["rows_of_train_tab"]["test"], folder / "test.csv");
    const WeightSet base = WeightSet::open(files.model);
    fs::path model = files.model;
    if (parity.reference.contains("adapter_tensors")) {
        fs::create_directories(folder / "adapter");
        fs::copy_file(parity.folder / "adapter/adapter_config.json",
                      folder / "adapter/adapter_config.json");
        std::vector<std::pair<std::string, std::string>> pooler;
        for (const char *part : {"weight", "bias"})
            pooler.push_back({std::string("base_model.model.bert.pooler.dense.") + part,
                              std::string("pooler.dense.") + part});
        writeFilled(parity.reference["fill"], base, pooler,
                    folder / "adapter/adapter_model.safetensors");
    } else {
        model = folder / "model";
        fs::copy(files.model, model);
        fs::remove(model / "model.safetensors");
        std::vector<std::pair<std::string, std::string>> all;
        for (const std::string &name : base.names())
            if (isFloating(base.at(name).dtype))
                all.push_back({name, name});
        writeFilled(parity.reference["fill"], base, all, model / "model.safetensors");
    }
    std::string plan = files::read(parity.folder / "run.json");
    replaceAll(plan, "@MINILM@", model.string());
    replaceAll(plan, "@TRAIN@", (folder / "train.csv").string());
    replaceAll(plan, "@TEST@", (folder / "test.csv").string());
    return parseJson(plan, "run.json");
}

} // namespace luthier
