// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_signals.h"

#include "app/cli/exit_status.h"

#include <chrono>
#include <csignal>
#include <string_view>
#include <thread>
#include <unistd.h>

namespace luthier {

namespace {

constexpr std::chrono::milliseconds doubled(300);

sigset_t signalsToWaitFor()
{
    sigset_t out;
    sigemptyset(&out);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action
        {
        };
        sigaction(signal, nullptr, &action);
        if (action.sa_handler != SIG_IGN)
            sigaddset(&out, signal);
    }
    return out;
}

void sayOnTerminal(std::string_view notice)
{
    if (isatty(STDERR_FILENO)) {
        [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, notice.data(), notice.size());
    }
}

void waitForSignals(const sigset_t &signals, std::stop_source stop)
{
    using Clock = std::chrono::steady_clock;
    Clock::time_point first;
    for (int signal = 0; sigwait(&signals, &signal) == 0;) {
        if (stop.request_stop()) {
            first = Clock::now();
            sayOnTerminal("\nStopping; Ctrl-C once more ends without saving.\n");
        } else if (signal == SIGINT && Clock::now() - first > doubled) {
            // Only the keyboard insists: a closing terminal sends SIGHUP twice, a service SIGTERM
            // and SIGHUP.
            _exit(exitStopped);
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
