// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/dataset_settings.h"

#include "core/runs/run_path.h"
#include "core/runs/setting_check.h"

#include <array>

namespace luthier {

namespace fs = std::filesystem;

namespace {

using Kind = Parameter::Kind;

constexpr double defaultTest = 0.15;

struct ColumnKey
{
    const char *key;
    std::optional<std::string> Columns::*member;
};

constexpr std::array columnKeys{
    ColumnKey{"text", &Columns::text},   ColumnKey{"text_pair", &Columns::textPair},
    ColumnKey{"label", &Columns::label}, ColumnKey{"id", &Columns::id},
    ColumnKey{"split", &Columns::split},
};

struct FileKey
{
    const char *key;
    fs::path DatasetSettings::*member;
};

constexpr std::array fileKeys{
    FileKey{"path", &DatasetSettings::path},
    FileKey{"train", &DatasetSettings::train},
    FileKey{"validation", &DatasetSettings::validation},
    FileKey{"test", &DatasetSettings::test},
};

Columns parseColumns(const Json &json)
{
    Columns columns;
    for (const ColumnKey &column : columnKeys) {
        const auto found = json.find(column.key);
        if (found == json.end() || found->is_null())
            continue;
        const Parameter parameter{.id = column.key, .kind = Kind::Text, .initial = ""};
        columns.*column.member =
            checkedValue(parameter, *found, std::string("dataset.columns.") + column.key)
                .get<std::string>();
    }
    return columns;
}

double share(const Json &split, const char *key, double initial)
{
    const Parameter parameter{
        .id = key, .kind = Kind::Number, .initial = initial, .minimum = 0, .maximum = 0.9};
    const auto found = split.find(key);
    return found == split.end()
               ? initial
               : checkedValue(parameter, *found, std::string("dataset.split.") + key).get<double>();
}

/// Shares of a part that has a file of its own are zero, and any other share would mean nothing.
double shareBesideFile(const Json &split, const char *key, const fs::path &file, double initial)
{
    if (file.empty())
        return share(split, key, initial);
    if (share(split, key, 0) > 0)
        throw failure("settings.split_and_file",
                      LUTHIER_MESSAGE("dataset.{part} names a file and dataset.split.{part} a "
                                      "share to cut off; keep one of them."),
                      {{"part", std::string(key)}});
    return 0;
}

SplitOptions parseSplit(const Json &json, const DatasetSettings &files, bool bySplitColumn)
{
    const double test = files.path.empty() || bySplitColumn ? 0 : defaultTest;
    SplitOptions split;
    split.validation = shareBesideFile(json, "validation", files.validation, split.validation);
    split.test = shareBesideFile(json, "test", files.test, test);
    if (split.validation + split.test > 0.95)
        throw failure("settings.split_sum",
                      LUTHIER_MESSAGE("dataset.split gives {validation} to validation and {test} "
                                      "to test, which leaves too little to train on."),
                      {{"validation", split.validation}, {"test", split.test}});
    const auto read = [&json](Parameter parameter) {
        const auto found = json.find(parameter.id);
        return found == json.end()
                   ? parameter.initial
                   : checkedValue(parameter, *found, "dataset.split." + parameter.id);
    };
    split.stratify = read({.id = "stratify", .kind = Kind::Flag, .initial = split.stratify});
    split.seed =
        read({.id = "seed", .kind = Kind::Whole, .initial = split.seed, .maximum = 4294967295.0});
    return split;
}

void checkFiles(const DatasetSettings &dataset)
{
    if (dataset.path.empty() && dataset.train.empty())
        throw failure("settings.no_dataset",
                      LUTHIER_MESSAGE("dataset names no file; give dataset.path, or dataset.train "
                                      "for a training file of its own."));
    if (!dataset.path.empty() &&
        (!dataset.train.empty() || !dataset.validation.empty() || !dataset.test.empty()))
        throw failure("settings.path_and_files",
                      LUTHIER_MESSAGE("dataset has path as well as train, validation or test; give "
                                      "one file as path, or a file for each part."));
}

Json checkedVersion(const Json &dataset)
{
    const auto found = dataset.find("version");
    if (found == dataset.end() || found->is_null())
        return nullptr;
    const Json version = sectionOf(dataset, "version", "dataset.version");
    if (!version.value("remedies", Json::array()).empty())
        throw keyNotBuilt("dataset.version.remedies");
    return version;
}

} // namespace

bool DatasetSettings::operator==(const DatasetSettings &other) const
{
    return toJson(*this) == toJson(other);
}

DatasetSettings parseDatasetSettings(const Json &json, const fs::path &baseFolder)
{
    DatasetSettings dataset;
    for (const FileKey &file : fileKeys) {
        const auto found = json.find(file.key);
        if (found != json.end() && !found->is_null())
            dataset.*file.member =
                pathSetting(*found, std::string("dataset.") + file.key, baseFolder);
    }
    checkFiles(dataset);
    dataset.columns = parseColumns(sectionOf(json, "columns", "dataset.columns"));
    dataset.split = parseSplit(sectionOf(json, "split", "dataset.split"), dataset,
                               dataset.columns.split.has_value());
    dataset.version = checkedVersion(json);
    return dataset;
}

Json toJson(const DatasetSettings &dataset)
{
    Json out = Json::object();
    for (const FileKey &file : fileKeys)
        if (!(dataset.*file.member).empty())
            out[file.key] = (dataset.*file.member).string();
    for (const ColumnKey &column : columnKeys) {
        const auto &name = dataset.columns.*column.member;
        out["columns"][column.key] = name ? Json(*name) : Json();
    }
    out["split"] = {{"validation", dataset.split.validation},
                    {"test", dataset.split.test},
                    {"stratify", dataset.split.stratify},
                    {"seed", dataset.split.seed}};
    if (!dataset.version.is_null())
        out["version"] = dataset.version;
    return out;
}

} // namespace luthier
