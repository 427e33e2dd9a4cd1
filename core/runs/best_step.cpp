// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/best_step.h"

#include "core/base/error.h"
#include "core/runs/event_log.h"
#include "core/runs/folder_writer.h"
#include "core/runs/manifest.h"
#include "core/runs/run_lock.h"

namespace luthier {

namespace fs = std::filesystem;

namespace {

Json lastEvent(const RunFolder &folder)
{
    Json last;
    readEvents(folder.events(), [&last](const Json &event) { last = event; });
    return last;
}

void copyFolder(const fs::path &from, const fs::path &to)
{
    FolderWriter writer(to);
    for (const auto &entry : fs::directory_iterator(from))
        if (entry.is_regular_file() && entry.path().filename() != manifestName)
            fs::copy_file(entry.path(), writer.folder() / entry.path().filename());
    writer.commit();
}

} // namespace

void makeBestStepFinal(const RunFolder &folder)
{
    const RunLock lock(folder.path());
    Json done = lastEvent(folder);
    if (done.value("event", "") != "done" || !fs::exists(folder.best()))
        throw failure("runs.not_done",
                      LUTHIER_MESSAGE("{folder} is not done or has no best step; let it train to "
                                      "its end first."),
                      {{"folder", folder.path().string()}});
    const int64_t best = done.value("best_step", int64_t(0));
    const int64_t final = done.value("final_step", done.value("steps", int64_t(0)));
    if (best == final)
        return;
    copyFolder(folder.best(), folder.final());
    const Message said{
        "runs.best_taken",
        LUTHIER_MESSAGE("The result is now the best step, {best}, instead of step {step}."),
        {{"best", best}, {"step", final}}};
    EventLog log(folder.events());
    log.append({{"event", "warning"}, {"message", toJson(said)}});
    done["final_step"] = best;
    log.append(done);
    log.sync();
}

} // namespace luthier
