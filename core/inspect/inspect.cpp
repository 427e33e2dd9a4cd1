// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/inspect.h"

#include "core/data/text_folder_reader.h"
#include "core/inspect/kinds.h"

namespace luthier {

namespace {

namespace fs = std::filesystem;

struct Kind
{
    const char *name;
    void (*inspect)(const fs::path &, Findings &);
};

constexpr Kind model{"model", inspectModel};
constexpr Kind adapter{"adapter", inspectAdapter};
constexpr Kind weights{"weights", inspectWeights};
constexpr Kind dataset{"dataset", inspectData};
constexpr Kind run{"run", inspectRun};

void inspectUnknown(const fs::path &folder, Findings &)
{
    throw failure(
        "inspect.unknown",
        LUTHIER_MESSAGE(
            "{folder} holds neither a model (config.json), an adapter (adapter_config.json) "
            "nor a run (run.json, events.jsonl) nor class folders with .txt files; name one of "
            "these or a data file."),
        {{"folder", folder.string()}});
}

bool holdsWeights(const fs::path &folder)
{
    for (const auto &entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".safetensors")
            return true;
    return false;
}

bool isHubCache(const fs::path &folder)
{
    return fs::is_directory(folder / "snapshots") || folder.filename() == "snapshots";
}

Kind kindOf(const fs::path &path)
{
    if (!fs::is_directory(path))
        return path.extension() == ".safetensors" ? weights : dataset;
    if (fs::exists(path / "run.json") && fs::exists(path / "events.jsonl"))
        return run;
    if (fs::exists(path / "config.json") || isHubCache(path))
        return model;
    if (fs::exists(path / "adapter_config.json"))
        return adapter;
    // A model whose config.json is missing: its own refusal says so.
    if (holdsWeights(path))
        return model;
    return looksLikeTextFolder(path) ? dataset : Kind{"unknown", inspectUnknown};
}

} // namespace

Json inspect(const fs::path &path)
{
    Kind kind{"unknown", inspectUnknown};
    Findings unread("unknown", path);
    const bool seen = unread.attempt([&] {
        if (!fs::exists(path))
            throw failure("inspect.missing", LUTHIER_MESSAGE("There is no file or folder {path}."),
                          {{"path", path.string()}});
        if (!fs::is_directory(path) && !fs::is_regular_file(path))
            throw failure("inspect.device",
                          LUTHIER_MESSAGE("{path} is neither a file nor a folder."),
                          {{"path", path.string()}});
        kind = kindOf(path);
    });
    if (!seen)
        return unread.json();
    Findings findings(kind.name, path);
    findings.attempt([&] { kind.inspect(path, findings); });
    return findings.json();
}

} // namespace luthier
