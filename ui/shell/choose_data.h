// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/route.h"

#include <optional>

class QWidget;

namespace luthier {

class ViewState;

/// The route of a data file or folder.
Route dataRoute(const QString &path);
/// Asks for a file of examples; begins where one was found last time. Nothing when cancelled.
std::optional<Route> chooseData(QWidget *parent, ViewState &view);
/// The same for a folder with a text file an example.
std::optional<Route> chooseDataFolder(QWidget *parent, ViewState &view);

} // namespace luthier
