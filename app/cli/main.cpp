// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/subcommand.h"
#include "app/cli/version.h"
#include "core/base/result.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace {

using namespace luthier;

ExitStatus reported(const Error &error)
{
    std::cout.flush();
    std::cerr << "luthier-cli: " << error.message.english() << std::endl;
    switch (error.code) {
    case Error::Code::Usage:
        return exitUsage;
    case Error::Code::Cancelled:
        return exitStopped;
    default:
        return exitFailed;
    }
}

/// A full disk or a closed pipe behind stdout would else pass in silence.
ExitStatus withOutputWritten(ExitStatus status)
{
    std::cout.flush();
    if (std::cout || status != exitDone)
        return status;
    std::cerr << "luthier-cli: The output could not be written; is the disk full?" << std::endl;
    return exitFailed;
}

ExitStatus run(const Action &action)
{
    const auto status = guarded(action);
    return status ? withOutputWritten(status.value()) : reported(status.error());
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("Fine-tunes pre-trained models on your own data.", "luthier-cli");
    app.require_subcommand(0, 1);
    app.footer("Exit status: 0 done, 1 failed, 2 wrong usage, 130 stopped and saved.");
    Action chosen = addVersion(app);
    for (const Subcommand &subcommand : subcommands()) {
        CLI::App *added = app.add_subcommand(subcommand.name, subcommand.summary);
        added->callback([&chosen, action = subcommand.add(*added)] { chosen = action; });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? exitDone : exitUsage;
    }
    return run(chosen);
}
