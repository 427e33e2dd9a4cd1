// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/method.h"
#include "core/runs/run_config.h"
#include "core/train/examples.h"

#include <stop_token>

namespace luthier {

/// Model, method and data of a plan, ready for the first step.
struct PreparedRun
{
    std::unique_ptr<Model> model;
    std::unique_ptr<Method> method;
    Examples train, validation, test;
    std::vector<std::string> labels;
    std::string problem_type;
    std::vector<std::filesystem::path> tokenizerFiles;
    std::vector<Message> notes;
    std::string model_hash; ///< SHA-256 of the weight files
    std::string data_hash;  ///< SHA-256 over the tokens and labels of all parts
    Json data_version;      ///< of the files, as run.json holds it
    int64_t max_length = 0; ///< tokens a row may have, special ones included
};

struct PrepareOptions
{
    int threads = 1;
    bool acceptNonFinite = false;
};

/// Reads everything and refuses what cannot train: custom code, weights with NaN, a tokenizer that
/// does not fit, nothing that trains. `onPhase` is told what is being done.
PreparedRun prepareRun(const RunConfig &config, const PrepareOptions &options, std::stop_token stop,
                       const std::function<void(const std::string &phase)> &onPhase);

/// Throws when no parameter of a prepared model trains.
void refuseWithoutTrainable(const Model &model);

} // namespace luthier
