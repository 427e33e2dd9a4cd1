// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace luthier {

/// The last line of a terminal, written over again and again. Standard output; nothing at all when
/// that is no terminal.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    bool onTerminal() const { return m_onTerminal; }
    /// A bar filled to `share`, then `text`; cut to the terminal's width.
    void show(double share, const std::string &text);
    /// Before an ordinary line is printed.
    void clear();

private:
    bool m_onTerminal;
    bool m_shown = false;
};

} // namespace luthier
