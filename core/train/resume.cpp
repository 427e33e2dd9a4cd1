// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/resume.h"

#include "core/base/error.h"
#include "core/runs/data_version.h"
#include "core/runs/run_differences.h"
#include "core/runs/run_store.h"

namespace luthier {

namespace {

std::string inWords(const std::vector<Difference> &differences)
{
    std::string out;
    for (const Difference &difference : differences)
        if (difference.matters)
            out += (out.empty() ? "" : "; ") + difference.key + ": " + difference.before.dump() +
                   " → " + difference.after.dump();
    return out;
}

void heedChange(const Message &message, bool accepted, std::vector<Message> &notes)
{
    if (!accepted)
        throw Error(message);
    notes.push_back(message);
}

Message changedData(const std::string &files, int64_t step)
{
    // A run.json of before holds no hashes of files.
    if (files.empty())
        return {"train.changed_data",
                LUTHIER_MESSAGE("The data is not what it was at step {step}. Bring the old files "
                                "back, or go on with the new ones with --accept-changes."),
                {{"step", step}}};
    return {"train.changed_data",
            LUTHIER_MESSAGE("The data is not what it was at step {step}: {files} changed. Bring "
                            "the old content back, or go on with the new with --accept-changes."),
            {{"step", step}, {"files", files}}};
}

} // namespace

std::optional<RunFolder> runToResume(const TrainRequest &request)
{
    if (!request.resume)
        return std::nullopt;
    if (request.output)
        return RunFolder::holdsRun(*request.output)
                   ? std::optional(RunFolder::open(*request.output))
                   : std::nullopt;
    const auto run = RunStore(request.workspace).find(request.config.name);
    return run && RunFolder::holdsRun(run->folder) ? std::optional(RunFolder::open(run->folder))
                                                   : std::nullopt;
}

RunFolder newRunFolder(const TrainRequest &request)
{
    return request.output ? RunFolder::createAt(*request.output)
                          : RunFolder::create(request.workspace, request.config.name);
}

Message nothingToResume(const RunFolder &folder)
{
    return {"train.no_checkpoint",
            LUTHIER_MESSAGE(
                "There is no complete checkpoint in {folder}: the run starts from the beginning."),
            {{"folder", folder.path().string()}}};
}

ResumePoint resumePoint(const RunFolder &folder, const RunConfig &config, bool acceptChanges)
{
    ResumePoint point;
    const Json before = folder.readConfig();
    point.data_version = before.value("/dataset/version"_json_pointer, Json());
    const std::string changed = inWords(differences(before, toJson(config)));
    if (!changed.empty())
        heedChange({"train.changed_settings",
                    LUTHIER_MESSAGE(
                        "The run in {folder} was started with other settings ({changes}). Go on "
                        "with the old run.json, or accept the changes with --accept-changes."),
                    {{"folder", folder.path().string()}, {"changes", changed}}},
                   acceptChanges, point.notes);
    CheckpointSearch search = newestComplete(folder.path());
    point.notes.insert(point.notes.end(), search.skipped.begin(), search.skipped.end());
    point.from = search.newest;
    if (point.from)
        point.state = readTrainingState(point.from->path);
    else
        point.notes.push_back(nothingToResume(folder));
    return point;
}

std::vector<Message> changesSince(const ResumePoint &point, const TrainingState &now,
                                  const DatasetSettings &dataset, bool acceptChanges)
{
    const TrainingState &then = point.state;
    std::vector<Message> notes;
    if (then.data_hash != now.data_hash)
        heedChange(changedData(changedFiles(point.data_version, dataset), then.step), acceptChanges,
                   notes);
    if (then.model_hash != now.model_hash)
        heedChange(
            {"train.changed_model",
             LUTHIER_MESSAGE("The base model's weights are not what they were at step {step}. "
                             "Bring the old ones back, or go on with --accept-changes."),
             {{"step", then.step}}},
            acceptChanges, notes);
    if (then.threads != now.threads || then.processor != now.processor)
        notes.push_back(
            {"train.changed_machine",
             LUTHIER_MESSAGE("The run began with {before} threads on {old} and goes on with "
                             "{after} on {new}: results will differ in the last bits."),
             {{"before", then.threads},
              {"old", then.processor},
              {"after", now.threads},
              {"new", now.processor}}});
    return notes;
}

} // namespace luthier
