// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/trash.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_store.h"

namespace luthier {

namespace fs = std::filesystem;

namespace {

fs::path freePlace(const fs::path &trash, const std::string &name)
{
    fs::path place = trash / name;
    for (int number = 2; fs::exists(place); ++number)
        place = trash / (name + "-" + std::to_string(number));
    return place;
}

} // namespace

fs::path moveToTrash(const fs::path &workspace, const RunFolder &folder)
{
    if (RunLock::isHeld(folder.path()))
        throw failure("runs.trains_still",
                      LUTHIER_MESSAGE("{folder} is still training; stop it first."),
                      {{"folder", folder.path().string()}});
    const fs::path trash = workspace / "trash";
    files::makeFolder(trash);
    const fs::path place = freePlace(trash, folder.id());
    RunStore store(workspace);
    const std::string id = runIdOf(workspace, folder.path());
    files::rename(folder.path(), place);
    store.forget(id);
    return place;
}

} // namespace luthier
