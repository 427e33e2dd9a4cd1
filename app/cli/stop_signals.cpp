// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_signals.h"

#include "app/cli/exit_status.h"

#include <csignal>
#include <string_view>
#include <thread>
#include <unistd.h>

namespace luthier {

namespace {

sigset_t signalsToWaitFor()
{
    sigset_t out;
    sigemptyset(&out);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action{};
        sigaction(signal, nullptr, &action);
        if (action.sa_handler != SIG_IGN)
            sigaddset(&out, signal);
    }
    return out;
}

void waitForSignals(const sigset_t &signals, std::stop_source stop)
{
    for (int signal = 0; sigwait(&signals, &signal) == 0;) {
        // A closing terminal sends SIGHUP twice, and a service SIGTERM and SIGHUP: only the
        // keyboard insists.
        if (stop.stop_requested() && signal == SIGINT)
            _exit(exitStopped);
        if (stop.request_stop() && isatty(STDERR_FILENO)) {
            constexpr std::string_view notice =
                "\nStopping; Ctrl-C once more ends without saving.\n";
            [[maybe_unused]] const ssize_t written =
                write(STDERR_FILENO, notice.data(), notice.size());
        }
    }
}

} // namespace

std::stop_source stopOnSignals()
{
    const sigset_t signals = signalsToWaitFor();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::stop_source stop;
    std::thread(waitForSignals, signals, stop).detach();
    return stop;
}

} // namespace luthier
