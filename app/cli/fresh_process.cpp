// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fresh_process.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace luthier {

int runFresh(const std::vector<std::string> &arguments)
{
    std::vector<std::string> owned{"luthier-cli"};
    owned.insert(owned.end(), arguments.begin(), arguments.end());
    std::vector<char *> words;
    for (std::string &word : owned)
        words.push_back(word.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
    pid_t child = 0;
    const int failed =
        posix_spawn(&child, "/proc/self/exe", &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (failed != 0 || waitpid(child, &status, 0) < 0)
        throw failure("cli.fresh_process",
                      LUTHIER_MESSAGE("A second process could not be started: {reason}."),
                      {{"reason", std::string(std::strerror(failed ? failed : errno))}},
                      Error::Code::Failed);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

} // namespace luthier
