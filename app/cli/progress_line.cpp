// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <algorithm>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace luthier {

namespace {

size_t terminalWidth()
{
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

} // namespace

ProgressLine::ProgressLine() : m_onTerminal(isatty(STDOUT_FILENO) == 1) {}

void ProgressLine::show(double share, const std::string &text)
{
    constexpr size_t barWidth = 24;
    if (!m_onTerminal)
        return;
    const auto filled = size_t(std::clamp(share, 0.0, 1.0) * barWidth);
    const std::string line =
        "[" + std::string(filled, '#') + std::string(barWidth - filled, '.') + "] " + text;
    std::cout << "\r" << line.substr(0, terminalWidth() - 1) << "\x1b[K" << std::flush;
    m_shown = true;
}

void ProgressLine::clear()
{
    if (m_shown)
        std::cout << "\r\x1b[K" << std::flush;
    m_shown = false;
}

} // namespace luthier
