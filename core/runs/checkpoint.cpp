// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/checkpoint.h"

#include "core/base/error.h"
#include "core/runs/manifest.h"

#include <algorithm>
#include <charconv>

namespace luthier {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "checkpoint-";

fs::path checkpointPath(const fs::path &runFolder, int64_t step)
{
    return runFolder / (std::string(prefix) + std::to_string(step));
}

/// The step of "checkpoint-120"; nothing for other names ("checkpoint-120.part").
std::optional<int64_t> stepOf(const std::string &name)
{
    int64_t step = 0;
    const char *end = name.data() + name.size();
    if (!name.starts_with(prefix))
        return std::nullopt;
    const auto [stop, error] = std::from_chars(name.data() + prefix.size(), end, step);
    const bool plain = error == std::errc() && stop == end && step >= 0;
    return plain && name == std::string(prefix) + std::to_string(step) ? std::optional(step)
                                                                       : std::nullopt;
}

std::optional<Message> faultOf(const Checkpoint &checkpoint)
{
    if (auto fault = manifestFault(checkpoint.path))
        return fault;
    const Json step = readManifest(checkpoint.path).value("step", Json());
    if (step == checkpoint.step)
        return std::nullopt;
    return Message{"checkpoint.other_step",
                   LUTHIER_MESSAGE("{folder} does not hold the step that its name says."),
                   {{"folder", checkpoint.path.filename().string()}}};
}

/// Out of sight in one step first, so that a crash leaves no half of a checkpoint.
std::optional<Message> removeWhole(const fs::path &folder)
{
    fs::path aside = folder;
    aside += ".old";
    std::error_code error;
    fs::remove_all(aside, error);
    fs::rename(folder, aside, error);
    if (!error)
        fs::remove_all(aside, error);
    if (!error)
        return std::nullopt;
    return Message{
        "checkpoint.not_removed",
        LUTHIER_MESSAGE("{folder} is no longer needed but could not be removed: {reason}."),
        {{"folder", folder.string()}, {"reason", error.message()}}};
}

} // namespace

CheckpointWriter::CheckpointWriter(const fs::path &runFolder, int64_t step)
    : m_writer(checkpointPath(runFolder, step), Json{{"step", step}})
{
}

std::vector<Checkpoint> checkpoints(const fs::path &runFolder)
{
    std::vector<Checkpoint> found;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(runFolder, ignored))
        if (const auto step = stepOf(entry.path().filename().string());
            step && entry.is_directory(ignored))
            found.push_back({entry.path(), *step});
    std::ranges::sort(found, {}, &Checkpoint::step);
    return found;
}

CheckpointSearch newestComplete(const fs::path &runFolder)
{
    CheckpointSearch search;
    std::vector<Checkpoint> all = checkpoints(runFolder);
    for (; !all.empty() && !search.newest; all.pop_back()) {
        if (auto fault = faultOf(all.back()))
            search.skipped.push_back(std::move(*fault));
        else
            search.newest = all.back();
    }
    return search;
}

std::vector<Message> prune(const fs::path &runFolder, int64_t limit, std::span<const int64_t> keep)
{
    std::vector<Message> problems;
    std::vector<Checkpoint> whole = checkpoints(runFolder);
    std::erase_if(whole, [](const Checkpoint &checkpoint) {
        return manifestFaultQuickly(checkpoint.path).has_value();
    });
    const auto surplus = limit > 0 ? std::ssize(whole) - limit : 0;
    for (std::ptrdiff_t i = 0; i < surplus; ++i)
        if (std::ranges::find(keep, whole[size_t(i)].step) == keep.end())
            if (auto problem = removeWhole(whole[size_t(i)].path))
                problems.push_back(std::move(*problem));
    return problems;
}

void clearLeftovers(const fs::path &runFolder, int64_t resumedStep)
{
    repairFolder(runFolder / "best");
    repairFolder(runFolder / "final");
    for (const Checkpoint &checkpoint : checkpoints(runFolder))
        if (checkpoint.step > resumedStep && faultOf(checkpoint))
            removeWhole(checkpoint.path);
    std::error_code ignored;
    std::vector<fs::path> leftovers;
    for (const auto &entry : fs::directory_iterator(runFolder, ignored)) {
        const std::string extension = entry.path().extension();
        if (extension == ".part" || extension == ".old")
            leftovers.push_back(entry.path());
    }
    for (const fs::path &leftover : leftovers)
        fs::remove_all(leftover, ignored);
}

} // namespace luthier
