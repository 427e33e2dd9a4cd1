// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/predict.h"

namespace CLI {
class App;
}

namespace luthier {

/// Options that name a trained model: --model, --task, --base, --workspace, --max-length,
/// --threads.
struct ModelArguments
{
    std::string model, base, workspace;
    ModelRequest request;

    void add(CLI::App &app);
    ModelRequest read() const;
};

} // namespace luthier
