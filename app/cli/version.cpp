// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/version.h"

#include "core/base/json.h"
#include "core/train/engine_info.h"

#include <luthier_commit.h>

#include <CLI/CLI.hpp>

#include <iostream>

namespace luthier {

namespace {

struct VersionOptions
{
    bool version = false;
    bool json = false;
};

void print(bool json)
{
    const EngineInfo engine = engineInfo();
    const Json answer{{"version", LUTHIER_VERSION},
                      {"torch", engine.torchVersion},
                      {"processor", engine.processor},
                      {"threads", engine.threads},
                      {"commit", LUTHIER_COMMIT}};
    if (json) {
        std::cout << answer.dump() << '\n';
        return;
    }
    std::cout << "luthier-cli " << LUTHIER_VERSION << "\n"
              << "LibTorch " << engine.torchVersion << ", processor path " << engine.processor
              << ", " << engine.threads << " threads\n";
    if (*LUTHIER_COMMIT)
        std::cout << "commit " << LUTHIER_COMMIT << "\n";
}

} // namespace

Action addVersion(CLI::App &app)
{
    auto options = std::make_shared<VersionOptions>();
    CLI::Option *version = app.add_flag("--version", options->version, "Print versions and exit");
    app.add_flag("--json", options->json, "With --version: as one JSON object")->needs(version);
    return [options, help = &app] {
        if (options->version) {
            print(options->json);
            return exitDone;
        }
        std::cerr << help->help();
        return exitUsage;
    };
}

} // namespace luthier
