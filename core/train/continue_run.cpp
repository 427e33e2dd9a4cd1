// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/continue_run.h"

#include "core/methods/catalog.h"
#include "core/runs/run_folder.h"
#include "core/tasks/catalog.h"

namespace luthier {

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
        return request;
    });
}

} // namespace luthier
