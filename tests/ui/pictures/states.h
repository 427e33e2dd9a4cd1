// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/session_fixture.h"
#include "ui/shell/main_window.h"

#include <QApplication>

#include <vector>

namespace luthier::pictures {

/// A window with a workspace of its own, showing the state's route.
struct Scene
{
    SessionFixture &fixture;
    MainWindow &window;

    template <typename Widget = QWidget>
    Widget *find(const char *objectName) const
    {
        return window.findChild<Widget *>(QLatin1String(objectName));
    }
    /// Waits until the window's jobs are done and it has nothing to lay out.
    void settle() const;
};

/// One picture of the window. To add one: a line in the table of the page's states file, and that
/// file's function in `allStates`.
struct State
{
    const char *name;                         ///< of the file: "home-first"
    const char *route;                        ///< shown at the beginning
    void (*fill)(SessionFixture &) = nullptr; ///< puts things into the workspace before
    void (*act)(Scene &) = nullptr;           ///< what the user did after the route was shown
};

std::vector<State> homeStates();
std::vector<State> dataStates();
std::vector<State> trainStates();
std::vector<State> runStates();
std::vector<State> tryStates();

/// Of every page.
std::vector<State> allStates();

} // namespace luthier::pictures
