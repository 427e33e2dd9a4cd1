// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/or_null.h"
#include "core/inspect/kinds.h"
#include "core/runs/checkpoint.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_record.h"

namespace luthier {

namespace {

RunState stateNow(const RunRecord &record)
{
    const bool died = record.state == RunState::Running && !RunLock::isHeld(record.folder);
    return died ? RunState::Interrupted : record.state;
}

void addCheckpoints(const std::filesystem::path &folder, Findings &findings)
{
    Json steps = Json::array();
    for (const Checkpoint &checkpoint : checkpoints(folder))
        steps.push_back(checkpoint.step);
    const CheckpointSearch search = newestComplete(folder);
    findings["checkpoints"] = steps;
    findings["resumes_from"] = search.newest ? Json(search.newest->step) : Json();
    findings.warn(search.skipped);
}

} // namespace

void inspectRun(const std::filesystem::path &path, Findings &findings)
{
    const auto absolute = std::filesystem::absolute(path).lexically_normal();
    const RunFolder folder = RunFolder::open(absolute);
    const RunRecord record = scanRun(absolute.parent_path().parent_path(), folder).record;
    findings["name"] = record.name;
    findings["task"] = record.task;
    findings["model"] = record.model;
    findings["method"] = record.method;
    findings["state"] = word(stateNow(record));
    findings["created"] = record.created;
    findings["last_step"] = record.lastStep;
    findings["best_metric"] = record.bestMetric;
    findings["best_value"] = orNull(record.bestValue);
    findings["best_step"] = record.bestStep;
    findings["best"] = std::filesystem::exists(folder.best());
    findings["final"] = std::filesystem::exists(folder.final());
    addCheckpoints(folder.path(), findings);
}

} // namespace luthier
