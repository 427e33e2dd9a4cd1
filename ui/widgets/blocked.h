// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;

namespace luthier {

/// Blocks `button` for a reason: it keeps its place in the tab order and looks blocked; a click,
/// Space, Enter or its shortcut shows the reason instead of acting, and so does reaching it by
/// keyboard. Screen readers get the reason as its description. An empty reason unblocks it.
void setBlocked(QAbstractButton *button, const QString &reason);
/// Empty: not blocked.
QString blockedReason(const QAbstractButton *button);

} // namespace luthier
