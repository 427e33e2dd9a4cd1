// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace luthier {

/// Moves the focus to the next (`direction` 1) or previous (-1) pane of `window`: the navigation,
/// the panes of `page` (widgets with the property "pane", those with its value "last" after the
/// others; without any that takes the focus the page itself), the status bar.
void walkPanes(QWidget *window, QWidget *page, int direction);

} // namespace luthier
