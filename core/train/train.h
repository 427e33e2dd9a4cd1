// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runs/run_config.h"
#include "core/train/training_control.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace luthier {

struct TrainRequest
{
    RunConfig config;
    std::filesystem::path workspace;               ///< holds runs/ and the index of runs
    std::optional<std::filesystem::path> output{}; ///< run folder, when not in the workspace
    bool resume = false;          ///< go on from the newest complete checkpoint of `output`
    bool acceptChanges = false;   ///< resume although settings or data changed
    bool dryRun = false;          ///< everything up to the first step
    bool acceptNonFinite = false; ///< train although the weights hold NaN or infinite numbers
    int threads = 0;              ///< 0: one a core that this process may use
    std::shared_ptr<TrainingControl> control{}; ///< none: only the stop token is obeyed
};

struct TrainResult
{
    std::filesystem::path runFolder;
    bool stopped = false;   ///< by the stop token; everything is saved
    bool discarded = false; ///< as asked: the folder lies in the workspace's trash
    Json done{};            ///< the "done" event; null when stopped or discarded
};

/// Objects of events.jsonl and `train --json`, in order, on the calling thread.
using EventHandler = std::function<void(const Json &)>;

/// Fine-tunes as `request.config` says. Events: see docs/events.md.
/// The calling thread becomes the training thread: its priority is lowered before the first
/// parallel work.
Result<TrainResult> train(const TrainRequest &request, std::stop_token stop,
                          const EventHandler &onEvent);

} // namespace luthier
