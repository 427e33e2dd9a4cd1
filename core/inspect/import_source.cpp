// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/import_source.h"

#include "core/base/files.h"
#include "core/base/message_json.h"
#include "core/data/text_folder_reader.h"
#include "core/inspect/inspect.h"
#include "core/weights/folder_path.h"
#include "core/weights/model_folder.h"

#include <fstream>

namespace luthier {

namespace {

namespace fs = std::filesystem;

constexpr size_t pieceBytes = 4 << 20;

Error cancelled()
{
    return failure("inspect.import_stopped",
                   LUTHIER_MESSAGE("The import was stopped; nothing was added."), {},
                   Error::Code::Cancelled);
}

void refuseUnusable(const Json &found)
{
    if (found["usable"].get<bool>())
        return;
    for (const Json &problem : found["problems"])
        if (problem["severity"] == "error")
            throw Error(messageFrom(problem));
}

void copyFile(const fs::path &from, const fs::path &to, std::stop_token stop)
{
    std::ifstream in(from, std::ios::binary);
    if (!in)
        throw failure("inspect.import_read",
                      LUTHIER_MESSAGE("{file} cannot be read; check its permissions."),
                      {{"file", from.string()}}, Error::Code::Io);
    files::Writer out(to);
    std::string piece(pieceBytes, '\0');
    while (in.read(piece.data(), std::streamsize(piece.size())), in.gcount() > 0) {
        if (stop.stop_requested())
            throw cancelled();
        out.write(std::string_view(piece.data(), size_t(in.gcount())));
    }
    out.commit();
}

bool belongsToModel(const fs::path &file)
{
    const std::string extension = file.extension().string();
    return extension == ".safetensors" || extension == ".json" || extension == ".txt" ||
           extension == ".md" || extension == ".jinja" || file.filename() == "LICENSE";
}

/// "models--org--name/snapshots/abc" is known as "org--name".
std::string nameOf(const fs::path &source)
{
    constexpr std::string_view cachePrefix = "models--";
    for (const fs::path &part : fs::weakly_canonical(source))
        if (part.string().starts_with(cachePrefix))
            return part.string().substr(cachePrefix.size());
    const fs::path whole = fs::weakly_canonical(source);
    return whole.filename().string();
}

/// A folder of that name is what an import left that was killed: it is not whole.
fs::path newPart(const fs::path &target)
{
    const fs::path part = target.string() + ".part";
    fs::remove_all(part);
    fs::create_directories(part);
    return part;
}

void copyTexts(const fs::path &source, const fs::path &target, std::stop_token stop)
{
    const fs::path part = newPart(target);
    for (const fs::path &name : filesOfTextFolder(source)) {
        fs::create_directories((part / name).parent_path());
        copyFile(source / name, part / name, stop);
    }
    files::rename(part, target);
}

void copyFolder(const fs::path &source, const fs::path &target, std::stop_token stop)
{
    const fs::path part = newPart(target);
    for (const auto &entry : fs::directory_iterator(source)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && belongsToModel(entry.path()))
            copyFile(*pathInFolder(source, name), part / name, stop);
    }
    files::rename(part, target);
}

fs::path import(const fs::path &source, const fs::path &workspace, std::stop_token stop)
{
    const Json found = inspect(source);
    refuseUnusable(found);
    const std::string kind = found["kind"];
    const bool data = kind == "dataset";
    if (!data && kind != "model" && kind != "adapter")
        throw failure("inspect.import_kind",
                      LUTHIER_MESSAGE("{source} is neither a model, an adapter nor a data file; "
                                      "only these are imported."),
                      {{"source", source.string()}});
    const fs::path folder = workspace / (data ? "datasets" : "models");
    const fs::path target = folder / nameOf(source);
    if (fs::exists(target))
        throw failure("inspect.import_there",
                      LUTHIER_MESSAGE("{target} is there already; rename one of the two."),
                      {{"target", target.string()}});
    fs::create_directories(folder);
    if (data && fs::is_directory(source))
        copyTexts(source, target, stop);
    else if (data)
        copyFile(source, target, stop);
    else
        copyFolder(kind == "model" ? ModelFolder::open(source).path() : source, target, stop);
    return target;
}

} // namespace

Result<fs::path> importSource(const fs::path &source, const fs::path &workspace,
                              std::stop_token stop)
{
    return guarded([&] { return import(source, workspace, stop); });
}

} // namespace luthier
