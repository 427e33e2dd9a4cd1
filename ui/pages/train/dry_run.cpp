// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/dry_run.h"

#include "core/base/message_json.h"

namespace luthier {

namespace {

Message phaseMessage(const std::string &phase)
{
    if (phase == "model")
        return {"train.phase_model", LUTHIER_MESSAGE("Reading the model"), {}};
    if (phase == "data")
        return {"train.phase_data", LUTHIER_MESSAGE("Reading the data"), {}};
    return {"train.phase_tokens", LUTHIER_MESSAGE("Counting tokens"), {}};
}

} // namespace

Result<DryRun> dryRun(const RunConfig &config, const std::filesystem::path &workspace,
                      std::stop_token stop, const ProgressHandler &onProgress)
{
    TrainRequest request;
    request.config = config;
    request.workspace = workspace;
    request.dryRun = true;
    DryRun out;
    const auto result = train(request, stop, [&](const Json &event) {
        const std::string kind = event.value("event", "");
        if (kind == "phase")
            onProgress({phaseMessage(event.value("phase", ""))});
        else if (kind == "warning")
            out.warnings.push_back(messageFrom(event["message"]));
        else if (kind == "start")
            out.start = event;
    });
    if (!result)
        return result.error();
    return out;
}

} // namespace luthier
