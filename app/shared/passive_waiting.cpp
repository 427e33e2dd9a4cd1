// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting OpenMP threads shall sleep, not spin: OMP_WAIT_POLICY must be in the environment before
// the OpenMP library starts, so the program starts again once. The variable itself says that this
// was done; whatever the user has set stays.
#include <alloca.h>
#include <cstring>
#include <unistd.h>

namespace {

constexpr const char *variable = "OMP_WAIT_POLICY=";
constexpr const char *setting = "OMP_WAIT_POLICY=PASSIVE";

/// Returns when the program goes on as it is. The C library is not ready yet: no memory is taken.
void startAgainWaitingPassively(int, char **arguments, char **environment)
{
    size_t count = 0;
    for (; environment[count]; ++count)
        if (std::strncmp(environment[count], variable, std::strlen(variable)) == 0)
            return;
    auto **extended = static_cast<char **>(alloca((count + 2) * sizeof(char *)));
    std::memcpy(extended, environment, count * sizeof(char *));
    extended[count] = const_cast<char *>(setting);
    extended[count + 1] = nullptr;
    char program[4096];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return;
    program[length] = '\0';
    execve(program, arguments, extended);
}

// Runs before the constructors of all libraries; starting again from main would cost them twice.
__attribute__((section(".preinit_array"),
               used)) void (*const beforeLibraries)(int, char **,
                                                    char **) = startAgainWaitingPassively;

} // namespace
