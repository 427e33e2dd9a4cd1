// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program, it lets one call stand still, so that a test can end the program at a
// known place. LUTHIER_HOLD is "<call> <n> <text>": before the n-th "write" to, "fsync" of or
// "rename" to a path that ends with the text, or after the n-th "line" written with the text in it.
// LUTHIER_HELD is the file that is made then.
#include <atomic>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sstream>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

struct Place
{
    std::string call, text;
    int nth = 0;

    Place()
    {
        std::istringstream from(std::getenv("LUTHIER_HOLD") ? std::getenv("LUTHIER_HOLD") : "");
        std::getline(from >> call >> nth >> std::ws, text);
    }
};

const Place &place()
{
    static const Place asked;
    return asked;
}

void count()
{
    static std::atomic<int> calls = 0;
    if (++calls != place().nth)
        return;
    ::close(::open(std::getenv("LUTHIER_HELD"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    while (true)
        ::pause();
}

void at(const char *call, std::string_view path)
{
    if (place().call == call && path.ends_with(place().text))
        count();
}

std::string pathOf(int file)
{
    char path[PATH_MAX];
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = ::readlink(link.c_str(), path, sizeof path);
    return length > 0 ? std::string(path, size_t(length)) : std::string();
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) ssize_t write(int file, const void *bytes, size_t size)
{
    at("write", pathOf(file));
    const ssize_t done = ::syscall(SYS_write, file, bytes, size);
    const std::string_view line(static_cast<const char *>(bytes), size);
    if (place().call == "line" && line.find(place().text) != std::string_view::npos)
        count();
    return done;
}

__attribute__((visibility("default"))) int fsync(int file)
{
    at("fsync", pathOf(file));
    return int(::syscall(SYS_fsync, file));
}

__attribute__((visibility("default"))) int rename(const char *from, const char *to) noexcept
{
    at("rename", to);
    return int(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}
}
