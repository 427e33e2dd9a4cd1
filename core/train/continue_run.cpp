// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/continue_run.h"

#include "core/methods/catalog.h"
#include "core/runs/checkpoint.h"
#include "core/runs/run_folder.h"
#include "core/tasks/catalog.h"

namespace luthier {

namespace {

/// As many as before, so that the bits stay the same; 0 when there is no checkpoint to tell.
int threadsOf(const std::filesystem::path &runFolder)
{
    const std::vector<Checkpoint> all = checkpoints(runFolder);
    if (all.empty())
        return 0;
    try {
        return readJson(all.back().path / "state.json").value("threads", 0);
    } catch (const std::exception &) {
        // A damaged checkpoint is passed over when the run goes on, and said there.
        return 0;
    }
}

} // namespace

Result<TrainRequest> requestToContinue(const std::filesystem::path &workspace,
                                       const std::filesystem::path &runFolder)
{
    return guarded([&] {
        const RunFolder folder = RunFolder::open(runFolder);
        TrainRequest request;
        request.config =
            parseRunConfig(folder.readConfig(), folder.path(), methodDescriptors(), tasks());
        request.workspace = workspace;
        request.output = folder.path();
        request.resume = true;
        request.threads = threadsOf(folder.path());
        return request;
    });
}

} // namespace luthier
