// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace luthier {

/// Moves the focus to the next (`direction` 1) or previous (-1) pane of `window`: the navigation,
/// the panes of `page` (widgets with the property "pane"; without any the page itself), the status
/// bar. A pane that cannot take the focus is passed over.
void walkPanes(QWidget *window, QWidget *page, int direction);

} // namespace luthier
